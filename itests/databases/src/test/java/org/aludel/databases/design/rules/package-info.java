/** Each line of "Shapes that must hold" and "Meanings that programs rely on" of the design, compiled and run. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.design.rules;

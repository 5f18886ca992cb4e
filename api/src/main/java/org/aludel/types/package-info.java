/**
 * Column types: what a value is in Java and in SQL, independent of any database.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.types;

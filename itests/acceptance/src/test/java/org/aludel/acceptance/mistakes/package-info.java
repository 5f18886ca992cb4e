/** Mapped classes with mistakes in them, deployed to see what is said about them. */
@org.jspecify.annotations.NullUnmarked
package org.aludel.acceptance.mistakes;

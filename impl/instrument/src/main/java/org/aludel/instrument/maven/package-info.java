/** The door through Maven: a goal that enhances class files after compilation, whichever compiler wrote them. */
@org.jspecify.annotations.NullMarked
package org.aludel.instrument.maven;

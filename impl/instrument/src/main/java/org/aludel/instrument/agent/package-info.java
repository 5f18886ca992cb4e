/** The door through the JVM: an agent that enhances classes while they are loaded, where no build could. */
@org.jspecify.annotations.NullMarked
package org.aludel.instrument.agent;

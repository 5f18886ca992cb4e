/** The door through a test run: attaches the agent before test classes load, if some mapped class needs it. */
@org.jspecify.annotations.NullMarked
package org.aludel.instrument.junit;

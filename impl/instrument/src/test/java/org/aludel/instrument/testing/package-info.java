/** What the tests of the instrumentation share: an in-process compilation and a tracking state that records. */
@org.jspecify.annotations.NullMarked
package org.aludel.instrument.testing;

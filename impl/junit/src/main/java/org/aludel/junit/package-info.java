/**
 * What tests of programs that use the mapper want to know of it: whether they load one attribute for one object after the
 * other. In: what the sessions of a test tell. Out: a failed test, or an entry of its report.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.junit;

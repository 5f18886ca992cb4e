/** The checks themselves, one class per part of SQL; each reads as a small example of what a dialect must bring about. */
@org.jspecify.annotations.NullMarked
package org.aludel.compliance.areas;

/** INSERT, UPDATE and DELETE: what they say, and how each database spells it. */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.dml;

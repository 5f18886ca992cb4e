/** Sybase ASE: how it spells SQL, how it and its drivers behave, how one connects to it. */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.sybase;

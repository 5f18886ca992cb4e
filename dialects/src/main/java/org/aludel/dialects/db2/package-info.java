/** IBM Db2 for Linux, UNIX and Windows: how it spells SQL, how it and its driver behave, how one connects to it. */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.db2;

/**
 * What a database's dialect is made of: how it spells statements and types, what its errors mean, how one connects to
 * it. {@code DialectProvider} finds dialects on the class path.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.dialect;

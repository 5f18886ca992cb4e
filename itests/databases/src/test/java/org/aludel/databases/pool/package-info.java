/** The pool in front of real databases, alone and under an engine. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.pool;

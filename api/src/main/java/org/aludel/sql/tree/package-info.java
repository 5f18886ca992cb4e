/**
 * The nodes that expressions and FROM clauses are made of: records that can be taken apart and rebuilt. Programs meet
 * them through {@code Sql} and the methods of expressions; compilers and constructs of a program's own meet them here.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.sql.tree;

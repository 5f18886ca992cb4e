/**
 * Queries of sessions. {@link org.aludel.orm.internal.query.QueryParts} is what a program asked for, as data with a
 * structure key; {@link org.aludel.orm.internal.query.QueryCompiler} turns it into one SELECT of the core with a plan for
 * reading its rows, once per structure; {@link org.aludel.orm.internal.query.DefaultQuery} runs it and hands out what the
 * rows became. Bulk statements keep the session's objects in step by evaluating their conditions in memory, or by asking
 * for keys.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.query;

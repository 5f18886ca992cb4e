/**
 * How rows become objects. A {@link org.aludel.orm.internal.loading.LoadPlanner} decides once per statement shape which
 * columns are selected and which joins bring related objects along; the resulting
 * {@link org.aludel.orm.internal.loading.EntityLoad} reads rows: key, identity map, generated populator, relations. What
 * one execution collects on the way (members of collections, parents whose relations a second statement brings) lives in
 * a {@link org.aludel.orm.internal.loading.LoadContext}. {@link org.aludel.orm.internal.loading.StatementLoader} answers
 * what states ask for later: lazy relations, deferred columns, expired rows, objects by key.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.loading;

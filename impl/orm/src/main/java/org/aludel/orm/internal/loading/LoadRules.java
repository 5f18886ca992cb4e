package org.aludel.orm.internal.loading;

/**
 * What a query said of the objects it brought: for what is read later, and for reading them anew. Objects that the query
 * made share it.
 *
 * @param scope the options for the object
 * @param path how the query came to it
 */
record LoadRules(OptionScope scope, LoadPath path) {}

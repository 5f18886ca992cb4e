/**
 * Rewrites class files: accesses of mapped fields become calls of accessors, and mapped classes get what the mapper
 * needs. Class files and facts about types come in, changed class files go out; who calls it, and where the facts come
 * from, is the business of the processor, the Maven goal and the agent.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.instrument.enhancer;

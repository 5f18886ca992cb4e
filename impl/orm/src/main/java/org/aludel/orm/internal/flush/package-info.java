/**
 * From changed objects to SQL, in four steps that know nothing of each other's insides.
 *
 * <p>The <em>constraint model</em> ({@link org.aludel.orm.internal.flush.ConstraintModel}) is what the planner must know
 * of the tables: keys, unique slots, foreign keys, what is nullable and what is deferrable. <em>Decomposition</em> turns
 * the states of a flush into row operations on those tables. The <em>graph</em> orders the operations by edges between
 * the actual rows and breaks cycles; the <em>plan</em> that comes out is a list of batches of one statement shape each.
 * <em>Execution</em> sends the batches, brings generated keys back into the objects and checks row counts. Nothing is
 * sent before the plan stands.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.flush;

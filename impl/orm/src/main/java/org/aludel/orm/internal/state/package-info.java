/**
 * What is known of one instance: which attributes are loaded, which changed and from what, which session owns it, and
 * the tracked collections of its mapped fields. In come the hooks of enhanced classes; out go answers for the flush
 * (what changed) and questions for the session (load this).
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.state;

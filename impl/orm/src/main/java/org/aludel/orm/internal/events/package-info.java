/**
 * Who listens to what: the handlers of a factory or session, and for each attribute those that its changes are told to.
 * Attributes without listeners keep their traps as they were, so that events nobody hears cost nothing.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.events;

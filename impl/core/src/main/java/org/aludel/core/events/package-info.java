/**
 * Carries engine events to their handlers; costs a null check where nobody listens.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.events;

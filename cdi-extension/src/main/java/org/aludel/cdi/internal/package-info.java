/**
 * What stands behind the injected objects: settings, the engines and factories of a deployment, and the choice of the
 * session that serves a call.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.cdi.internal;

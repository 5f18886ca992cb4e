/**
 * Makes mapped classes observable, at build time or at load time. The parts are the enhancer and its doors: compiler,
 * Maven, agent; here is only the scan for code that slipped past all of them.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.instrument;

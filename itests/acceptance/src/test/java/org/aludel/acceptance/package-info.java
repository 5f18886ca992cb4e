/** What the quickstart promises: real input loaded whole or not at all, few statements, and mistakes told well. */
@org.jspecify.annotations.NullMarked
package org.aludel.acceptance;

/**
 * Jakarta transactions without a server: Narayana as transaction manager and Agroal as pool of XA connections. Both are
 * optional dependencies; nothing outside this package mentions them.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.jta.embedded;

/**
 * Sessions and engines inside Jakarta transactions: what the toolkit does, the transaction manager decides when.
 *
 * <p>In comes a {@link org.aludel.jta.JtaPlatform} (a server's registry found through JNDI, or the embedded manager);
 * out go engines whose connections are enlisted and sessions that flush before completion and settle after it. Nothing
 * here knows CDI, and nothing here starts a second manager in a server.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.jta;

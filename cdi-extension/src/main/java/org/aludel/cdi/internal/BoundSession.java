package org.aludel.cdi.internal;

import org.aludel.orm.Session;
import org.jspecify.annotations.Nullable;

/**
 * A session that serves a transaction.
 *
 * @param request the request whose session it is; null for a session of the transaction's own, which ends with it
 */
record BoundSession(Session session, @Nullable RequestSession request) {}

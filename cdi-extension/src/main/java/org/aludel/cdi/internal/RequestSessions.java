package org.aludel.cdi.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** The sessions of one request, one for each engine that it used; closed with the request. */
@RequestScoped
public class RequestSessions {

    private final List<RequestSession> sessions = new ArrayList<>(2);

    RequestSession of(SessionSource source) {
        for (RequestSession session : sessions) {
            if (session.source() == source) {
                return session;
            }
        }
        RequestSession made = new RequestSession(source);
        sessions.add(made);
        return made;
    }

    @PreDestroy
    void close() {
        for (RequestSession session : sessions) {
            session.close();
        }
        sessions.clear();
    }
}

package org.aludel.cdi.internal;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Session;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the session that serves a call: the transaction's own, else the request's.
 *
 * <p>With a request active, its session joins the transaction that is current and lives on between transactions. A
 * transaction that suspends another, and code that runs outside any while one is suspended, get a session of their own.
 * Without a request there is a session per transaction.
 */
public final class SessionSource {

    private final String name;
    private final BeanManager beans;
    private final SessionOpener opener;
    private final @Nullable TransactionBinding binding;
    private volatile @Nullable Bean<?> requestSessions;

    /** Opens a session that joins whatever transaction is current. */
    @FunctionalInterface
    public interface SessionOpener {
        Session open();
    }

    /** @param binding what binds sessions to Jakarta transactions; null where there are none */
    public SessionSource(String name, BeanManager beans, SessionOpener opener, @Nullable TransactionBinding binding) {
        this.name = name;
        this.beans = beans;
        this.opener = opener;
        this.binding = binding;
    }

    /**
     * The session for the calling thread.
     *
     * @throws InvalidRequestException ALU-0910 if neither a transaction nor a request is active
     */
    public Session current() {
        TransactionBinding transactions = binding;
        if (transactions == null) {
            return outside();
        }
        Object transaction = transactions.currentKey();
        if (transaction == null) {
            return outside();
        }
        BoundSession bound = transactions.find(this);
        if (bound != null) {
            if (bound.request() != null) {
                bound.request().closeAside();
            }
            return bound.session();
        }
        RequestSession request = request();
        BoundSession made = request != null && request.isFree()
                ? new BoundSession(request.bind(transaction), request)
                : new BoundSession(open(), null);
        transactions.bind(this, made);
        return made.session();
    }

    private Session outside() {
        RequestSession request = request();
        if (request == null) {
            throw new InvalidRequestException(
                    "ALU-0910",
                    "no session is active here; where: injected Session"
                            + (name.isEmpty() ? "" : " of @Db(\"" + name + "\")")
                            + (binding == null
                                    ? ", no request is active"
                                    : ", neither a transaction nor a request is active")
                            + "; what to do: "
                            + (binding == null ? "activate" : "put @Transactional on the method, or activate")
                            + " the request context (@ActivateRequestContext), or open a session with an injected"
                            + " SessionFactory");
        }
        return request.outside();
    }

    Session open() {
        return opener.open();
    }

    private @Nullable RequestSession request() {
        Bean<?> bean = requestSessions;
        if (bean == null) {
            bean = beans.resolve(beans.getBeans(RequestSessions.class));
            requestSessions = bean;
        }
        try {
            return sessionsOfRequest(bean).of(this);
        } catch (ContextNotActiveException noRequest) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private RequestSessions sessionsOfRequest(Bean<?> bean) {
        Contextual<RequestSessions> contextual = (Contextual<RequestSessions>) bean;
        return beans.getContext(RequestScoped.class).get(contextual, beans.createCreationalContext(contextual));
    }

    @Override
    public String toString() {
        return "sessions of " + (name.isEmpty() ? "the default engine" : "engine " + name);
    }
}

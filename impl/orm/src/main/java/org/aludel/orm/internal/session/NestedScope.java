package org.aludel.orm.internal.session;

import org.aludel.engine.NestedTransaction;

/** The handle of a nested scope that programs hold. */
final class NestedScope implements NestedTransaction {

    private final DefaultSession session;
    private final Scope scope;

    NestedScope(DefaultSession session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    @Override
    public void commit() {
        session.commitNested(scope);
    }

    @Override
    public void rollback() {
        if (scope.isActive()) {
            session.rollbackNested(scope);
        }
    }

    @Override
    public boolean isActive() {
        return scope.isActive();
    }

    @Override
    public void close() {
        rollback();
    }
}

package org.aludel.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives each test class a fresh database: register it in a static field, and read {@link #database()} or take a
 * {@link TestDatabase} as a parameter.
 *
 * @since 0.1
 */
public final class DatabaseExtension
        implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private final TestServer server;
    private @Nullable TestDatabase database;

    DatabaseExtension(TestServer server) {
        this.server = server;
    }

    /**
     * The database of the running test class.
     *
     * @throws IllegalStateException outside of one
     */
    public TestDatabase database() {
        TestDatabase current = database;
        if (current == null) {
            throw new IllegalStateException("no test class is running, or the extension is not in a static field");
        }
        return current;
    }

    /** Skips the class, by name and with the reason, where its server cannot be had. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            server.ensureStarted();
            return ConditionEvaluationResult.enabled("the server runs");
        } catch (TestAbortedException e) {
            return ConditionEvaluationResult.disabled(e.getMessage());
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Nested classes share what their outer class has.
        if (database == null) {
            database = server.createDatabase();
            context.getStore(ExtensionContext.Namespace.create(this)).put("owner", Boolean.TRUE);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestDatabase current = database;
        boolean owner =
                context.getStore(ExtensionContext.Namespace.create(this)).remove("owner") != null;
        if (owner && current != null) {
            database = null;
            current.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database();
    }
}

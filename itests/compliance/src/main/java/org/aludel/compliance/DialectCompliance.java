package org.aludel.compliance;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aludel.compliance.areas.Areas;
import org.aludel.engine.Engine;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * Runs all checks on the database of one dialect. Extend it in the tests of a dialect:
 *
 * <pre>{@code
 * final class AcmeComplianceTest extends DialectCompliance {
 *     @Override
 *     protected String url() {
 *         return "acme://scott:tiger@localhost/test";
 *     }
 *
 *     @Override
 *     protected boolean meets(Requirement requirement) {
 *         return requirement != Requirement.EMPTY_STRINGS && super.meets(requirement);
 *     }
 * }
 * }</pre>
 *
 * <p>The database should be empty and the user may create tables. A check that needs what the database lacks is reported as
 * skipped. At the end a line like {@code compliance acme: 201 passed, 0 failed} is printed, after lines that name what the
 * database lacks.
 *
 * @since 0.1
 */
public abstract class DialectCompliance {

    private @Nullable ComplianceDatabase database;
    private final ComplianceReport report = new ComplianceReport();

    /** For subclasses. */
    protected DialectCompliance() {}

    /** Where the database is, as {@link Engine#create} takes it. */
    protected abstract String url();

    /** The engine; closed after the checks. */
    protected Engine createEngine() {
        return Engine.create(url());
    }

    /** The database's name in the report. */
    protected String databaseName() {
        return database().engine().dialect().name();
    }

    /**
     * Whether the database meets a requirement. By default what the dialect declares; override it for requirements that no
     * capability stands for.
     */
    protected boolean meets(Requirement requirement) {
        return requirement.metBy(database().engine().dialect());
    }

    /**
     * Checks that this database or its driver can't pass, {@code Area.check} to the reason. They are reported as skipped with
     * the reason, so this is for what the database does, not for what the dialect still lacks.
     */
    protected Map<String, String> departures() {
        return Map.of();
    }

    /** Drops tables; override it where that takes more than DROP TABLE. */
    protected void drop(Engine engine, MetaData metadata) {
        metadata.dropAll(engine);
    }

    /** What to run; override it to add areas of your own. */
    protected List<Supplier<? extends ComplianceArea>> areas() {
        return Areas.all();
    }

    /** Where the report is printed. */
    protected PrintStream output() {
        return System.out;
    }

    /** Called after the last check, when the database is closed; does nothing unless overridden. */
    protected void finished(ComplianceResult result) {}

    /** All checks, by area. */
    @TestFactory
    @Tag("DIA-16")
    final Stream<DynamicNode> compliance() {
        Engine engine = createEngine();
        try {
            database = new ComplianceDatabase(engine, this::meets, this::drop);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        return areas().stream().map(this::container);
    }

    private DynamicNode container(Supplier<? extends ComplianceArea> area) {
        Class<? extends ComplianceArea> type = area.get().getClass();
        List<DynamicNode> tests = new ArrayList<>();
        Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Check.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> tests.add(DynamicTest.dynamicTest(
                        name(method),
                        source(method),
                        () -> report.record(name(method), requirements(method), () -> run(area, method)))));
        return DynamicContainer.dynamicContainer(type.getSimpleName(), tests);
    }

    private static List<Requirement> requirements(Method check) {
        return List.of(check.getAnnotation(Check.class).value());
    }

    private static String name(Method check) {
        return check.getDeclaringClass().getSimpleName() + "." + check.getName();
    }

    private static URI source(Method check) {
        return URI.create("method:" + check.getDeclaringClass().getName() + "#" + check.getName());
    }

    private void run(Supplier<? extends ComplianceArea> supplier, Method check) throws Throwable {
        for (Requirement requirement : requirements(check)) {
            if (!meets(requirement)) {
                report.lacks(requirement);
                throw new TestAbortedException(databaseName() + " lacks " + requirement);
            }
        }
        String departure = departures().get(name(check));
        if (departure != null) {
            report.departs(name(check), departure);
            throw new TestAbortedException(databaseName() + ": " + departure);
        }
        try (ComplianceArea area = supplier.get()) {
            area.attach(database());
            check.invoke(area);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private ComplianceDatabase database() {
        ComplianceDatabase open = database;
        if (open == null) {
            throw new IllegalStateException("the database is not open yet");
        }
        return open;
    }

    /** Prints the figures, then clears up. */
    @AfterEach
    final void finish() {
        if (database != null) {
            ComplianceResult result = report.result(databaseName());
            ComplianceReport.print(result, output());
            database().close();
            database = null;
            finished(result);
        }
    }
}

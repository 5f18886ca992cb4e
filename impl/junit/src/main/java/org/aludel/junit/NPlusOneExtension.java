package org.aludel.junit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.aludel.engine.EventRegistration;
import org.aludel.orm.NPlusOne;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Watches the sessions of a test, whichever factory they come from: an attribute that is loaded lazily for one object after
 * the other of one result fails the test with a message that names the attribute, the path to it, the place in the code and
 * the option of the query that would cure it, once for each path.
 *
 * <p>{@link NoNPlusOne} is the short way. As a field, the extension says how, and what was found can be asked for:
 *
 * <pre>{@code
 * @RegisterExtension
 * NPlusOneExtension watch = NPlusOneExtension.reporting();
 * ...
 * assertThat(watch.found()).isEmpty();
 * }</pre>
 *
 * <p>Objects count from when the test began, {@code @BeforeEach} included. What other threads do counts too, unless tests
 * run in parallel.
 *
 * @since 0.1
 */
public final class NPlusOneExtension implements BeforeEachCallback, AfterEachCallback {

    private static final Logger LOG = System.getLogger("org.aludel.orm.nplusone");
    private static final Namespace NAMESPACE = Namespace.create(NPlusOneExtension.class);

    private final @Nullable Boolean reporting;
    private volatile Collection<NPlusOne> latest = List.of();

    /** Fails tests, unless {@link NoNPlusOne} says otherwise. */
    public NPlusOneExtension() {
        this(null);
    }

    private NPlusOneExtension(@Nullable Boolean reporting) {
        this.reporting = reporting;
    }

    /** Fails tests. */
    public static NPlusOneExtension failing() {
        return new NPlusOneExtension(false);
    }

    /** Writes what is found to the report of the test and to the log; tests pass. */
    public static NPlusOneExtension reporting() {
        return new NPlusOneExtension(true);
    }

    /** What one test has been told, by path. */
    private record Watch(Map<String, NPlusOne> found, EventRegistration registration) {}

    /** What was found in the test that runs, or ran last: one for each path. */
    public List<NPlusOne> found() {
        return List.copyOf(latest);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        int least = Math.max(2, annotation(context).map(NoNPlusOne::loads).orElse(2));
        Thread own = context.getExecutionMode() == ExecutionMode.CONCURRENT ? Thread.currentThread() : null;
        Map<String, NPlusOne> found = new ConcurrentSkipListMap<>();
        EventRegistration registration = NPlusOne.listen(event -> {
            if (event.loads() >= least && (own == null || own == Thread.currentThread())) {
                found.putIfAbsent(event.path(), event);
            }
        });
        latest = found.values();
        context.getStore(NAMESPACE).put(this, new Watch(found, registration));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Watch watch = context.getStore(NAMESPACE).remove(this, Watch.class);
        if (watch == null) {
            return;
        }
        watch.registration().close();
        if (watch.found().isEmpty()) {
            return;
        }
        if (isReporting(context)) {
            watch.found().values().forEach(found -> {
                context.publishReportEntry("aludel.nplusone", found.message());
                LOG.log(Level.WARNING, found.message());
            });
            return;
        }
        throw new AssertionError(watch.found().values().stream()
                .map(NPlusOne::message)
                .collect(Collectors.joining(System.lineSeparator())));
    }

    private boolean isReporting(ExtensionContext context) {
        return reporting != null
                ? reporting
                : annotation(context).map(NoNPlusOne::report).orElse(false);
    }

    private static Optional<NoNPlusOne> annotation(ExtensionContext context) {
        Optional<NoNPlusOne> own = AnnotationSupport.findAnnotation(context.getElement(), NoNPlusOne.class);
        for (Optional<ExtensionContext> outer = Optional.of(context);
                own.isEmpty() && outer.isPresent();
                outer = outer.get().getParent()) {
            own = AnnotationSupport.findAnnotation(outer.get().getTestClass(), NoNPlusOne.class);
        }
        return own;
    }
}

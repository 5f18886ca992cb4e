package org.aludel.core.engine;

import java.time.Duration;
import java.util.List;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.BeforeExecute;
import org.aludel.engine.EchoCategory;

/** Tells listeners and the log of one execution; exists only where someone wants to know. */
final class Observation {

    private final CoreConnection connection;
    private final String sql;
    private final List<ShownValues> parameterSets;
    private final long start;

    private Observation(CoreConnection connection, String sql, ParameterSets parameters) {
        this.connection = connection;
        this.sql = sql;
        this.parameterSets = parameters.values();
        this.start = System.nanoTime();
    }

    /** Whether anyone wants to know. */
    static boolean isWanted(CoreConnection connection) {
        CoreEngine engine = connection.engine();
        return engine.events().wantsBeforeExecute() || engine.events().wantsAfterExecute() || isEchoed(connection);
    }

    private static boolean isEchoed(CoreConnection connection) {
        Boolean own = connection.options().echo();
        return own == null ? connection.engine().echo().isStatements() : own;
    }

    static Observation begin(CoreConnection connection, String sql, ParameterSets parameters) {
        Observation observation = new Observation(connection, parameters.redacted(sql), parameters);
        CoreEngine engine = connection.engine();
        if (isEchoed(connection)) {
            String values = engine.hidesParameters()
                    ? "[" + parameters.size() + " hidden sets]"
                    : ParameterSets.echoed(observation.parameterSets);
            engine.echo().write(EchoCategory.ENGINE, observation.sql + " " + values);
        }
        if (engine.events().wantsBeforeExecute()) {
            engine.events().fire(new BeforeExecute(engine, connection, observation.sql, observation.parameterSets));
        }
        return observation;
    }

    void end(long rowCount) {
        CoreEngine engine = connection.engine();
        if (engine.events().wantsAfterExecute()) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            engine.events().fire(new AfterExecute(engine, connection, sql, parameterSets, rowCount, elapsed));
        }
    }
}

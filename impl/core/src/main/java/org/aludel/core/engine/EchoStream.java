package org.aludel.core.engine;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.EchoSink;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/** What an engine echoes: the categories that are on, and where they go. Switched at run time, by any thread. */
public final class EchoStream {

    /** Made with the first message. */
    private static final class Loggers {

        static final Map<EchoCategory, System.Logger> OF = new EnumMap<>(EchoCategory.class);

        static {
            for (EchoCategory category : EchoCategory.values()) {
                OF.put(category, System.getLogger(category.logger()));
            }
        }
    }

    private final String engine;
    private final Lock turning = new ReentrantLock();
    private volatile Set<EchoCategory> on = EnumSet.of(EchoCategory.APPLICATION);
    private volatile boolean statements;
    private volatile boolean rows;
    private volatile @Nullable EchoSink sink;

    EchoStream(String engine) {
        this.engine = engine;
    }

    /** Whether statements are echoed; asked at each execution. */
    boolean isStatements() {
        return statements;
    }

    /** Whether rows are echoed; asked at each execution. */
    boolean isRows() {
        return rows;
    }

    /** Whether a category is on. */
    public boolean isOn(EchoCategory category) {
        return on.contains(category);
    }

    void turn(EchoCategory category, boolean wanted) {
        if (category == EchoCategory.APPLICATION && !wanted) {
            throw new ArgumentException(
                    "ALU-0275",
                    "what the application says can't be switched off; where: echo of engine " + engine
                            + "; what to do: leave the calls of log(...) out, or set the level of logger "
                            + category.logger());
        }
        turning.lock();
        try {
            Set<EchoCategory> changed = EnumSet.copyOf(on);
            if (wanted) {
                changed.add(category);
            } else {
                changed.remove(category);
            }
            on = changed;
            statements = changed.contains(EchoCategory.ENGINE);
            rows = changed.contains(EchoCategory.ROWS);
        } finally {
            turning.unlock();
        }
    }

    void sendTo(@Nullable EchoSink newSink) {
        sink = newSink;
    }

    /** Writes a message, whether its category is on or not: whoever makes the message asks {@link #isOn} first. */
    public void write(EchoCategory category, String text) {
        EchoSink current = sink;
        if (current != null) {
            current.write(new EchoSink.Line(engine, category, text));
            return;
        }
        System.Logger logger = Loggers.OF.get(category);
        if (logger != null && logger.isLoggable(category.level())) {
            logger.log(category.level(), "[" + engine + "] " + text);
        }
    }
}

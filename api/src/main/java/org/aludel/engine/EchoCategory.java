package org.aludel.engine;

/**
 * What an engine can be told to echo, each by a logger of its own; see {@link Engine#echo(EchoCategory, boolean)}.
 *
 * @since 0.1
 */
public enum EchoCategory {
    /** Statements and their parameters, at INFO. */
    ENGINE("org.aludel.engine", System.Logger.Level.INFO),
    /** The rows that queries give, as they are read, at DEBUG. */
    ROWS("org.aludel.engine.rows", System.Logger.Level.DEBUG),
    /** Connections opened, borrowed, returned and given up, at INFO. */
    POOL("org.aludel.pool", System.Logger.Level.INFO),
    /** How classes are mapped, at INFO. */
    MAPPER("org.aludel.mapper", System.Logger.Level.INFO),
    /** What a flush is going to do, and in which order, at INFO. */
    FLUSH("org.aludel.flush", System.Logger.Level.INFO),
    /** Lazy loads that repeat for one object after the other of one result, at WARNING; once for each path and place. */
    N_PLUS_ONE("org.aludel.orm.nplusone", System.Logger.Level.WARNING),
    /** What the application itself says by {@link Engine#log}, at INFO; always on. */
    APPLICATION("org.aludel.application", System.Logger.Level.INFO);

    private final String logger;
    private final System.Logger.Level level;

    EchoCategory(String logger, System.Logger.Level level) {
        this.logger = logger;
        this.level = level;
    }

    /** Name of the logger that gets it where there is no sink. */
    public String logger() {
        return logger;
    }

    /** The level at which it is logged. */
    public System.Logger.Level level() {
        return level;
    }
}

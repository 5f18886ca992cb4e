package org.aludel.sql;

/**
 * What a database may or may not be able to do. Tests and the mapper ask for these instead of for database names.
 *
 * @since 0.1
 */
public enum Capability {
    /** INSERT ... RETURNING. */
    INSERT_RETURNING,
    /** UPDATE ... RETURNING. */
    UPDATE_RETURNING,
    /** DELETE ... RETURNING. */
    DELETE_RETURNING,
    /** INSERT with several rows of VALUES. */
    MULTI_ROW_VALUES,
    /** INSERT with several rows of VALUES and RETURNING. */
    MULTI_ROW_RETURNING,
    /** RETURNING of a multi-row INSERT gives rows in the order of the VALUES, in practice and by test. */
    RETURNING_IN_ORDER,
    /** A JDBC batch gives the generated keys of all its rows, in order. */
    BATCH_GENERATED_KEYS,
    /** {@code SELECT ... FROM unnest(?, ?) WITH ORDINALITY} over arrays bound as parameters. */
    UNNEST,
    /** {@code UPDATE ... SET ... FROM (VALUES ...)} or unnest. */
    UPDATE_FROM,
    /** DELETE ... USING. */
    DELETE_USING,
    /** Foreign keys that can be checked at commit. */
    DEFERRABLE_FOREIGN_KEYS,
    /** Unique constraints that can be checked at commit. */
    DEFERRABLE_UNIQUE,
    /** Unique constraints are checked at the end of a statement at the latest, not row by row. */
    UNIQUE_AT_STATEMENT_END,
    /** {@code (a, b) IN ((1, 2), (3, 4))}. */
    TUPLE_IN,
    /** Sequences. */
    SEQUENCES,
    /** Columns whose values the database generates. */
    IDENTITY,
    /** SAVEPOINT. */
    SAVEPOINTS,
    /** CREATE and DROP take part in transactions. */
    TRANSACTIONAL_DDL,
    /** WITH. */
    CTE,
    /** OVER. */
    WINDOW_FUNCTIONS,
    /** SELECT ... FOR UPDATE. */
    FOR_UPDATE,
    /** FOR UPDATE NOWAIT. */
    NOWAIT,
    /** FOR UPDATE SKIP LOCKED. */
    SKIP_LOCKED,
    /** FOR UPDATE OF. */
    FOR_UPDATE_OF,
    /** A type of truth values of its own. */
    NATIVE_BOOLEAN,
    /** FULL OUTER JOIN. */
    FULL_JOIN,
    /** ADD CONSTRAINT on an existing table. */
    ALTER_CONSTRAINTS,
    /** A statement error makes the transaction unusable until it is rolled back, to a savepoint at least. */
    ERROR_ABORTS_TRANSACTION,
    /** An upsert statement. */
    UPSERT,
    /** An upsert statement of several rows. */
    MULTI_ROW_UPSERT,
    /** ON CONFLICT. */
    ON_CONFLICT,
    /** Schemas. */
    SCHEMAS,
    /** Comments on tables and columns. */
    COMMENTS,
    /** FILTER (WHERE ...) of aggregate functions. */
    AGGREGATE_FILTER,
    /** IS DISTINCT FROM, or an operator that means it. */
    DISTINCT_FROM,
    /** Arrays as values. */
    ARRAYS,
    /** Enumerations as types of the database's own, made by CREATE TYPE. */
    ENUM_TYPES,
    /** LATERAL. */
    LATERAL
}

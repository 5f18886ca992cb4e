package org.aludel.compliance;

import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.sql.Capability;
import org.aludel.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What a check needs of a database. Most are capabilities that the dialect declares; the others concern tests only, are met
 * by most databases, and are taken back with {@link DialectCompliance#meets}.
 *
 * @since 0.1
 */
public enum Requirement {
    /** INSERT that gives rows back. */
    INSERT_RETURNING(Capability.INSERT_RETURNING),
    /** UPDATE that gives rows back. */
    UPDATE_RETURNING(Capability.UPDATE_RETURNING),
    /** DELETE that gives rows back. */
    DELETE_RETURNING(Capability.DELETE_RETURNING),
    /** INSERT of several rows in one statement. */
    MULTI_ROW_VALUES(Capability.MULTI_ROW_VALUES),
    /** INSERT of several rows in one statement that gives rows back. */
    MULTI_ROW_RETURNING(Capability.MULTI_ROW_RETURNING),
    /** What comes back is in the order of what went. */
    RETURNING_IN_ORDER(Capability.RETURNING_IN_ORDER),
    /** Rows out of arrays. */
    UNNEST(Capability.UNNEST),
    /** The generated keys of a batch. */
    BATCH_GENERATED_KEYS(Capability.BATCH_GENERATED_KEYS),
    /** UPDATE that reads other tables. */
    UPDATE_FROM(Capability.UPDATE_FROM),
    /** DELETE that reads other tables. */
    DELETE_USING(Capability.DELETE_USING),
    /** Foreign keys that are checked at commit. */
    DEFERRABLE_FOREIGN_KEYS(Capability.DEFERRABLE_FOREIGN_KEYS),
    /** Unique constraints that are checked at commit. */
    DEFERRABLE_UNIQUE(Capability.DEFERRABLE_UNIQUE),
    /** Unique constraints that are not checked before a statement has ended. */
    UNIQUE_AT_STATEMENT_END(Capability.UNIQUE_AT_STATEMENT_END),
    /** Comparison of tuples with a list. */
    TUPLE_IN(Capability.TUPLE_IN),
    /** Sequences. */
    SEQUENCES(Capability.SEQUENCES),
    /** Columns declared as identities. */
    IDENTITY(Capability.IDENTITY),
    /** Keys that the database generates for integer columns. */
    GENERATED_KEYS(null),
    /** Savepoints. */
    SAVEPOINTS(Capability.SAVEPOINTS),
    /** Definitions that a rollback takes back. */
    TRANSACTIONAL_DDL(Capability.TRANSACTIONAL_DDL),
    /** Common table expressions. */
    CTE(Capability.CTE),
    /** Common table expressions that read themselves. */
    RECURSIVE_CTE(Capability.CTE),
    /** Window functions. */
    WINDOW_FUNCTIONS(Capability.WINDOW_FUNCTIONS),
    /** Frames of window functions. */
    WINDOW_FRAMES(Capability.WINDOW_FUNCTIONS),
    /** Row locks. */
    FOR_UPDATE(Capability.FOR_UPDATE),
    /** Row locks that fail instead of waiting. */
    NOWAIT(Capability.NOWAIT),
    /** Row locks that skip locked rows. */
    SKIP_LOCKED(Capability.SKIP_LOCKED),
    /** Locks on the rows of some tables of a join. */
    FOR_UPDATE_OF(Capability.FOR_UPDATE_OF),
    /** Truth values by a type of their own. */
    NATIVE_BOOLEAN(Capability.NATIVE_BOOLEAN),
    /** An error makes a transaction worthless. */
    ERROR_ABORTS_TRANSACTION(Capability.ERROR_ABORTS_TRANSACTION),
    /** Full outer joins. */
    FULL_JOIN(Capability.FULL_JOIN),
    /** Adding and dropping constraints of existing tables. */
    ALTER_CONSTRAINTS(Capability.ALTER_CONSTRAINTS),
    /** Insert or update in one statement. */
    UPSERT(Capability.UPSERT),
    /** Insert or update of several rows in one statement. */
    MULTI_ROW_UPSERT(Capability.MULTI_ROW_UPSERT),
    /** Upserts by ON CONFLICT. */
    ON_CONFLICT(Capability.ON_CONFLICT),
    /** UPDATE of several rows that gives them back. */
    MULTI_ROW_UPDATE_RETURNING(Capability.UPDATE_RETURNING),
    /** Row locks that others may share. */
    SHARED_LOCKS(Capability.FOR_UPDATE),
    /** Schemas that can be created. */
    SCHEMAS(Capability.SCHEMAS),
    /** Comments on tables and columns. */
    COMMENTS(Capability.COMMENTS),
    /** FILTER of aggregate functions. */
    AGGREGATE_FILTER(Capability.AGGREGATE_FILTER),
    /** Comparison that takes nulls for values. */
    DISTINCT_FROM(Capability.DISTINCT_FROM),
    /** Arrays as values. */
    ARRAYS(Capability.ARRAYS),
    /** Enumerations as types. */
    ENUM_TYPES(Capability.ENUM_TYPES),
    /** Subqueries that read the tables before them. */
    LATERAL(Capability.LATERAL),
    /** INTERSECT. */
    INTERSECT(null),
    /** EXCEPT, by any name. */
    EXCEPT(null),
    /** ORDER BY and LIMIT inside the members of a compound select. */
    ORDERED_COMPOUND_MEMBERS(null),
    /** ORDER BY and LIMIT of a subquery. */
    ORDERED_SUBQUERIES(null),
    /** Leaving rows out at the start of a result. */
    OFFSET(null),
    /** Columns that the database computes when a row is written. */
    STORED_COMPUTED_COLUMNS(null),
    /** Columns that the database computes when a row is read. */
    VIRTUAL_COMPUTED_COLUMNS(null),
    /** CHECK constraints that the database enforces. */
    CHECK_CONSTRAINTS(null),
    /** Foreign keys that the database enforces. */
    FOREIGN_KEYS(null),
    /** ON DELETE of foreign keys. */
    FOREIGN_KEY_ACTIONS(null),
    /** Defaults that the database fills in. */
    SERVER_DEFAULTS(null),
    /** Indexes, unique ones too. */
    INDEXES(null),
    /** Text with characters of any language. */
    UNICODE(null),
    /** Text outside Unicode's basic plane. */
    SUPPLEMENTARY_CHARACTERS(null),
    /** A text of no characters that is not null. */
    EMPTY_STRINGS(null),
    /** Blanks at the end of a text are kept and compared. */
    TRAILING_BLANKS(null),
    /** Comparison of texts that tells upper from lower case. */
    CASE_SENSITIVE_TEXT(null),
    /** Times of day to the second. */
    TIME_OF_DAY(null),
    /** Fractions of seconds in times of day. */
    FRACTIONAL_TIME(null),
    /** Microseconds in timestamps. */
    MICROSECONDS(null),
    /** Dates before the Gregorian calendar's first century. */
    ANCIENT_DATES(null),
    /** Integers of 64 bits. */
    BIG_INTEGERS(null),
    /** Decimal numbers that are kept exactly. */
    EXACT_NUMERICS(null),
    /** Averages of integers have fractions. */
    FRACTIONAL_AVERAGES(null),
    /** Division of a whole decimal number by an integer gives fractions. */
    DECIMAL_DIVISION(null),
    /** Names in quotes that hold any character. */
    ANY_NAME(null),
    /** Names in quotes that differ by case only. */
    CASE_SENSITIVE_NAMES(null),
    /** A statement that fails leaves no trace in the transaction. */
    ATOMIC_STATEMENTS(null),
    /** Connections that see nothing of each other before commit. */
    ISOLATED_CONNECTIONS(null),
    /** Subqueries in the SET clause of UPDATE. */
    SUBQUERY_IN_SET(null),
    /** DISTINCT inside an aggregate function. */
    DISTINCT_AGGREGATES(null),
    /** SELECT without any table. */
    SELECT_WITHOUT_FROM(null),
    /** Transactions that are prepared before they are committed. */
    TWO_PHASE(null) {
        @Override
        public boolean metBy(Dialect dialect) {
            return !(dialect instanceof CoreDialect core) || core.twoPhase() == TwoPhaseSupport.DURABLE;
        }
    },
    /** Levels of isolation that can be chosen. */
    ISOLATION_LEVELS(null),
    /** Statements that end when their time is over. */
    STATEMENT_TIMEOUTS(null),
    /** Errors that name the constraint. */
    CONSTRAINT_NAMES(null),
    /** Texts that are too long for their column are refused. */
    LIMITED_TEXT(null),
    /** Division by zero is an error. */
    DIVISION_BY_ZERO(null),
    /** Types of columns in the catalogue. */
    REFLECTED_COLUMNS(null),
    /** Primary and foreign keys in the catalogue. */
    REFLECTED_KEYS(null),
    /** Constraints, indexes and computed columns in the catalogue. */
    REFLECTED_CONSTRAINTS(null);

    private final @Nullable Capability capability;

    Requirement(@Nullable Capability capability) {
        this.capability = capability;
    }

    /** The capability behind it; null if no dialect declares it. */
    public @Nullable Capability capability() {
        return capability;
    }

    /** Whether a dialect meets it as far as the dialect declares; what no dialect declares is taken for met. */
    public boolean metBy(Dialect dialect) {
        return capability == null || dialect.supports(capability);
    }
}

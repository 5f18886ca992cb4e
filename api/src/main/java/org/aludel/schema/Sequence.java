package org.aludel.schema;

import org.aludel.sql.Expr;
import org.aludel.sql.tree.NextValue;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of the database.
 *
 * @param options how it counts
 * @param dataType type of its values, for databases that take one; null for their own
 * @param isOptional whether databases that generate keys by themselves go without it
 * @since 0.1
 */
public record Sequence(
        @Nullable String schema,
        String name,
        SequenceOptions options,
        @Nullable Type<?> dataType,
        boolean isOptional) {

    public Sequence(@Nullable String schema, String name, @Nullable Long start, @Nullable Long increment) {
        this(schema, name, SequenceOptions.NONE.withStart(start).withIncrement(increment), null, false);
    }

    /** A sequence with the database's own start and step. */
    public static Sequence of(String name) {
        return new Sequence(null, name, SequenceOptions.NONE, null, false);
    }

    /** The same in a schema. */
    public Sequence inSchema(String schema) {
        return new Sequence(schema, name, options, dataType, isOptional);
    }

    /** The same with values of a type, on databases that take one. */
    public Sequence dataType(Type<?> type) {
        return new Sequence(schema, name, options, type, isOptional);
    }

    /** The same, which databases that generate keys by themselves go without. */
    public Sequence optional() {
        return new Sequence(schema, name, options, dataType, true);
    }

    /** The same with another first value. */
    public Sequence startingWith(long first) {
        return with(options.withStart(first));
    }

    /** The same with another step. */
    public Sequence incrementedBy(long step) {
        return with(options.withIncrement(step));
    }

    /** The same with a least value. */
    public Sequence minValue(long least) {
        return with(options.withMinValue(least));
    }

    /** The same with a greatest value. */
    public Sequence maxValue(long greatest) {
        return with(options.withMaxValue(greatest));
    }

    /** The same, saying NO MINVALUE. */
    public Sequence noMinValue() {
        return with(options.withoutMinValue());
    }

    /** The same, saying NO MAXVALUE. */
    public Sequence noMaxValue() {
        return with(options.withoutMaxValue());
    }

    /** The same, beginning anew at its end or not. */
    public Sequence cycle(boolean on) {
        return with(options.withCycle(on));
    }

    /** The same, giving so many values at once to a connection. */
    public Sequence cache(long size) {
        return with(options.withCache(size));
    }

    /** The same, giving values in the order of requests or not. */
    public Sequence order(boolean on) {
        return with(options.withOrder(on));
    }

    private Sequence with(SequenceOptions changed) {
        return new Sequence(schema, name, changed, dataType, isOptional);
    }

    /** The first value; null if the database decides. */
    public @Nullable Long start() {
        return options.start();
    }

    /** The step; null if the database decides. */
    public @Nullable Long increment() {
        return options.increment();
    }

    /** The next value, as an expression. */
    public Expr<Long> next() {
        return new NextValue(this);
    }
}

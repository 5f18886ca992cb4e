package org.aludel.sql.tree;

import java.util.List;
import org.aludel.sql.Expr;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * CASE that compares one expression with values: {@code caseOf(status).when(1, "new").when(2, "sent").otherwise("?")}.
 *
 * @param <S> type of what is compared
 * @param <T> type of the results
 * @since 0.1
 */
public final class SimpleCase<S, T> {

    private final Expr<S> subject;
    private final Case<T> so;

    private SimpleCase(Expr<S> subject, Case<T> so) {
        this.subject = subject;
        this.so = so;
    }

    /**
     * What is compared, before its first value.
     *
     * @since 0.1
     */
    public record Subject<S>(Expr<S> expression) {

        /** What is given for the first value. */
        @SuppressWarnings("unchecked")
        public <T> SimpleCase<S, T> when(S value, T result) {
            return start(value, (Expr<T>) Expressions.operand(new Verbatim<>("", Types.UNKNOWN), result));
        }

        /** What is given for the first value. */
        public <T> SimpleCase<S, T> when(S value, Expr<T> result) {
            return start(value, result);
        }

        private <T> SimpleCase<S, T> start(S value, Expr<T> result) {
            Type<T> type = result.type();
            Case.Branch branch = new Case.Branch(Expressions.operand(expression, value), result);
            return new SimpleCase<>(expression, new Case<>(expression, List.of(branch), null, type));
        }
    }

    /** Adds a value. */
    public SimpleCase<S, T> when(S value, @Nullable T result) {
        return with(value, Case.result(so, result));
    }

    /** Adds a value. */
    public SimpleCase<S, T> when(S value, Expr<? extends T> result) {
        return with(value, result);
    }

    private SimpleCase<S, T> with(S value, Expr<?> result) {
        return new SimpleCase<>(subject, so.branch(Expressions.operand(subject, value), result));
    }

    /** What is given for any other value. */
    public Case<T> otherwise(@Nullable T result) {
        return so.otherwise(result);
    }

    /** What is given for any other value. */
    public Case<T> otherwise(Expr<? extends T> result) {
        return so.otherwise(result);
    }

    /** The expression, which gives NULL for any other value. */
    public Case<T> end() {
        return so;
    }
}

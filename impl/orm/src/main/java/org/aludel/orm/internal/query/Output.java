package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.core.engine.ArrayRow;
import org.aludel.core.engine.RowHeader;
import org.aludel.engine.Row;
import org.aludel.orm.Alias;
import org.aludel.orm.AliasAttribute;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.RowShape;
import org.aludel.schema.Column;
import org.aludel.sql.FromItem;
import org.aludel.sql.Selectable;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Label;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a row become.
 *
 * @param <T> what a row becomes
 */
abstract sealed class Output<T> {

    /** Whether each result is given once. */
    boolean isUnique() {
        return false;
    }

    /** Whether a row has one part, which is the result. */
    boolean isSingle() {
        return false;
    }

    abstract T make(@Nullable Object[] values);

    /** Objects of one class, each once. */
    static final class OfEntity<T> extends Output<T> {

        @Override
        boolean isUnique() {
            return true;
        }

        @Override
        boolean isSingle() {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked")
        T make(@Nullable Object[] values) {
            return (T) values[0];
        }
    }

    /** Values of one expression. */
    static final class OfValue<T> extends Output<T> {

        @Override
        boolean isSingle() {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked")
        T make(@Nullable Object[] values) {
            return (T) values[0];
        }
    }

    /** What a program's own function makes. */
    static final class OfShape<T> extends Output<T> {

        private final RowShape<T> shape;
        private final FlatParts parts;

        OfShape(RowShape<T> shape) {
            this.shape = shape;
            this.parts = new FlatParts(shape.parts());
        }

        @Override
        T make(@Nullable Object[] values) {
            return shape.make(parts.assembled(values));
        }
    }

    /** Rows, which share a header. */
    static final class OfRows extends Output<Row> {

        private final RowHeader header;
        private final FlatParts parts;

        OfRows(List<Selectable> parts) {
            this.parts = new FlatParts(parts.stream().noneMatch(FromItem.class::isInstance) ? parts : List.of());
            List<String> keys = new ArrayList<>();
            List<Object> sources = new ArrayList<>();
            for (Selectable part : parts) {
                if (part instanceof FromItem item) {
                    for (Column<?> column : item.columns()) {
                        keys.add(column.key());
                        sources.add(column);
                    }
                } else {
                    keys.add(nameOf(part, keys.size()));
                    sources.add(part);
                }
            }
            this.header = new RowHeader(keys, sources.toArray());
        }

        RowHeader header() {
            return header;
        }

        private static String nameOf(Selectable part, int position) {
            if (part instanceof EntityRef<?> entity) {
                return entity.type().getSimpleName();
            }
            if (part instanceof Alias<?> alias) {
                return alias.name() == null ? alias.type().getSimpleName() : alias.name();
            }
            if (part instanceof Attribute<?, ?> attribute) {
                return attribute.name();
            }
            if (part instanceof AliasAttribute<?, ?> attribute) {
                return attribute.attribute().name();
            }
            if (part instanceof Unresolved<?> unresolved && unresolved.outputName() != null) {
                return Objects.requireNonNull(unresolved.outputName());
            }
            if (part instanceof Label<?> label) {
                return label.name();
            }
            if (part instanceof Column<?> column) {
                return column.key();
            }
            return part instanceof Func<?> function ? function.name() : "column_" + (position + 1);
        }

        @Override
        Row make(@Nullable Object[] values) {
            return new ArrayRow(header, parts.assembled(values));
        }
    }
}

package org.aludel.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.TypedAlias;
import org.jspecify.annotations.Nullable;

/**
 * A table whose columns are the components of a record, so that they are typed without generated code.
 *
 * <pre>{@code
 * record UserCols(Column<Integer> id, Column<String> name) {}
 * TypedTable<UserCols> people = metadata.table("people", new UserCols(column("id", INTEGER).primaryKey(), column("name", string(50))));
 * people.c().name()
 * }</pre>
 *
 * @param <R> the record
 * @since 0.1
 */
public final class TypedTable<R extends Record> extends Table {

    private final R definition;
    private final R record;

    TypedTable(
            MetaData metaData, @Nullable String schema, String name, R definition, List<? extends TableItem> others) {
        super(metaData, schema, name, TableOptions.none(), items(definition, others));
        this.definition = definition;
        this.record = recordWith(column -> column);
    }

    /** The columns. */
    public R c() {
        return record;
    }

    @Override
    public TypedAlias<R> as(String name) {
        return new TypedAlias<>(this, name);
    }

    @Override
    public TypedAlias<R> alias() {
        return new TypedAlias<>(this, null);
    }

    @Override
    public TypedAlias<R> alias(String name) {
        return as(name);
    }

    /** A record of the same shape with other columns in the places of this table's. */
    @SuppressWarnings("unchecked")
    public R recordWith(UnaryOperator<Column<?>> replacement) {
        RecordComponent[] components = definition.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object value = valueOf(definition, components[i]);
            values[i] = value instanceof Column<?> column ? replacement.apply(super.c(column.key())) : value;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = (Constructor<R>) definition.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw unusable(definition, e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw unusable(definition, e);
        }
    }

    private static List<TableItem> items(Record definition, List<? extends TableItem> others) {
        List<TableItem> items = new ArrayList<>();
        for (RecordComponent component : definition.getClass().getRecordComponents()) {
            if (valueOf(definition, component) instanceof Column<?> column) {
                items.add(column);
            }
        }
        items.addAll(others);
        return items;
    }

    private static @Nullable Object valueOf(Record definition, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(definition);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw unusable(definition, e);
        }
    }

    private static ArgumentException unusable(Record definition, @Nullable Throwable cause) {
        return new ArgumentException(
                "ALU-0121",
                "the record of columns can't be read or made; where: "
                        + definition.getClass().getName()
                        + "; what to do: open its package to org.aludel and let its constructor accept the columns",
                cause);
    }
}

package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Names of definitions: tables and what they are made of, CREATE, DROP, ALTER, COMMENT. */
final class DdlNames {

    private DdlNames() {}

    static void register(BiConsumer<String, @Nullable Object> names) {
        BiConsumer<String, Callable> function = names::accept;
        function.accept("MetaData", DdlNames::metadata);
        function.accept("Table", SchemaWords::table);
        function.accept("table TableClause", SchemaWords::lightweight);
        function.accept("Column", SchemaWords::column);
        function.accept("ForeignKey", SchemaWords::foreignKey);
        function.accept("ForeignKeyConstraint", SchemaWords::foreignKeyConstraint);
        function.accept("PrimaryKeyConstraint", SchemaMethods::primaryKey);
        function.accept("UniqueConstraint", SchemaMethods::unique);
        function.accept("CheckConstraint", SchemaMethods::check);
        function.accept("Index", SchemaWords::index);
        function.accept("Sequence", SchemaWords::sequence);
        function.accept("Identity", DdlNames::identity);
        function.accept("Computed", a -> (ColumnWord) column -> column.computed(
                a.at(0) instanceof String sql ? Sql.text(sql) : Convert.expr(a.at(0)), a.flag("persisted")));
        function.accept("CreateTable", a -> flagged(new DdlElement.CreateTable((Table) one(a)), a));
        function.accept("DropTable", a -> flagged(new DdlElement.DropTable((Table) one(a)), a));
        function.accept("CreateIndex", a -> flagged(element("CreateIndex", one(a)), a));
        function.accept("DropIndex", a -> flagged(element("DropIndex", one(a)), a));
        function.accept("CreateSequence", a -> flagged(new DdlElement.CreateSequence((Sequence) one(a), false), a));
        function.accept("DropSequence", a -> flagged(new DdlElement.DropSequence((Sequence) one(a), false), a));
        function.accept("CreateSchema", a -> flagged(new DdlElement.ChangeSchema(a.text(0), false), a));
        function.accept("DropSchema", a -> flagged(new DdlElement.ChangeSchema(a.text(0), true), a));
        function.accept("AddConstraint", a -> flagged(element("AddConstraint", one(a)), a));
        function.accept("DropConstraint", a -> flagged(element("DropConstraint", one(a)), a));
        function.accept("SetTableComment", a -> element("SetComment", one(a)));
        function.accept("SetColumnComment", a -> element("SetComment", one(a)));
        function.accept("DropTableComment", a -> element("DropComment", one(a)));
        function.accept("DropColumnComment", a -> element("DropComment", one(a)));
        function.accept("DDL", DdlNames::ddl);
    }

    private static Object one(Args arguments) {
        return Objects.requireNonNull(arguments.at(0));
    }

    private static Object element(String kind, Object of) {
        Class<?> type = Objects.requireNonNull(Reflection.type("org.aludel.schema.DdlElement$" + kind));
        if (Reflection.has(type, "of")) {
            return Objects.requireNonNull(Reflection.callStatic(type, "of", of));
        }
        if (of instanceof Index index && kind.equals("CreateIndex") && Reflection.has(Index.class, "table")) {
            return new DdlElement.CreateIndex(
                    (Table) Objects.requireNonNull(call(index, "table")), index);
        }
        if (of instanceof Column<?> column && kind.equals("SetComment")) {
            return new DdlElement.SetComment(
                    Objects.requireNonNull(column.table()), column, String.valueOf(column.comment()));
        }
        if (of instanceof Constraint) {
            throw new Gap("DdlElement." + kind + ".of(constraint)");
        }
        throw new Gap("DdlElement." + kind + ".of(" + of.getClass().getSimpleName() + ")");
    }

    private static Object flagged(Object element, Args arguments) {
        Object result = element;
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            if (Boolean.TRUE.equals(option.getValue())) {
                result = Objects.requireNonNull(call(result, Reflection.camel(option.getKey())));
            }
        }
        return result;
    }

    private static Object ddl(Args arguments) {
        Object context = arguments.named("context");
        return context == null
                ? new DdlElement.Raw(arguments.text(0))
                : new DdlElement.Raw(PyValues.format(arguments.text(0), context));
    }

    private static Object metadata(Args arguments) {
        Object schema = arguments.named("schema");
        Object metadata = new MetaData(schema == null ? null : schema.toString());
        Object convention = arguments.named("naming_convention");
        if (convention != null) {
            metadata = call(metadata, "namingConvention", convention);
        }
        return Objects.requireNonNull(metadata);
    }

    private static Object identity(Args arguments) {
        return (ColumnWord) column -> {
            if (arguments.named().isEmpty()) {
                return column.identity();
            }
            Object identity = Reflection.callStatic(Identity.class, arguments.flag("always") ? "always" : "byDefault");
            for (Map.Entry<String, @Nullable Object> option : arguments.without("always").named().entrySet()) {
                Object value = option.getValue();
                identity = value instanceof Boolean on
                        ? on ? call(Objects.requireNonNull(identity), Reflection.camel(option.getKey())) : identity
                        : call(Objects.requireNonNull(identity), Reflection.camel(option.getKey()), value);
            }
            return column.identity((Identity) Objects.requireNonNull(identity));
        };
    }
}

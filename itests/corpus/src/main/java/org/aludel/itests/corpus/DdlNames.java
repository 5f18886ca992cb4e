package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.aludel.dialects.postgresql.ExcludeConstraint;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKeySpec;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.aludel.types.EnumType;
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
        function.accept("ExcludeConstraint", DdlNames::exclude);
        function.accept("Index", SchemaWords::index);
        function.accept("Sequence", SchemaWords::sequence);
        function.accept("Identity", DdlNames::identity);
        function.accept("Computed", DdlNames::computed);
        function.accept("CreateTable", a -> flagged(new DdlElement.CreateTable((Table) one(a)), a));
        function.accept("DropTable", a -> flagged(new DdlElement.DropTable((Table) one(a)), a));
        function.accept("CreateIndex", a -> flagged(element("CreateIndex", one(a)), a));
        function.accept("DropIndex", a -> flagged(element("DropIndex", one(a)), a));
        function.accept("CreateSequence", a -> flagged(new DdlElement.CreateSequence((Sequence) one(a), false), a));
        function.accept("DropSequence", a -> flagged(new DdlElement.DropSequence((Sequence) one(a), false), a));
        function.accept("CreateSchema", a -> flagged(DdlElement.ChangeSchema.create(a.text(0)), a));
        function.accept("DropSchema", a -> flagged(DdlElement.ChangeSchema.drop(a.text(0)), a));
        function.accept("CreateEnumType", a -> new DdlElement.CreateEnum((EnumType<?>) one(a)));
        function.accept("DropEnumType", a -> new DdlElement.DropEnum((EnumType<?>) one(a)));
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
        switch (kind) {
            case "SetComment" -> {
                return of instanceof Table table
                        ? DdlElement.SetComment.of(table)
                        : DdlElement.SetComment.of((Column<?>) of);
            }
            case "DropComment" -> {
                return of instanceof Table table
                        ? DdlElement.SetComment.drop(table)
                        : DdlElement.SetComment.drop((Column<?>) of);
            }
            case "CreateIndex", "DropIndex" -> {
                Index index = (Index) of;
                Table table =
                        Objects.requireNonNull(index.table() == null ? TableConstraint.tableOf(of) : index.table());
                return kind.equals("CreateIndex")
                        ? new DdlElement.CreateIndex(table, index)
                        : new DdlElement.DropIndex(table, index);
            }
            default -> {
                return constraint(kind, of);
            }
        }
    }

    private static Object constraint(String kind, Object of) {
        Table table = Objects.requireNonNull(TableConstraint.tableOf(of));
        TableItem item = TableConstraint.item(of);
        Constraint constraint =
                item instanceof ForeignKeySpec.Referring key ? table.foreignKey(key) : (Constraint) item;
        return kind.equals("AddConstraint")
                ? new DdlElement.AddConstraint(table, constraint)
                : DdlElement.DropConstraint.of(table, constraint);
    }

    private static Object exclude(Args arguments) {
        ExcludeConstraint constraint = PostgreSql.exclude();
        List<@Nullable Object> columns = new ArrayList<>();
        for (Object pair : arguments.all()) {
            List<?> parts = new ArrayList<>(PyValues.iterable(pair));
            columns.add(parts.get(0));
            Expr<?> element = parts.get(0) instanceof String name ? Sql.column(name) : Convert.expr(parts.get(0));
            constraint = constraint.element(element, String.valueOf(parts.get(1)));
        }
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            Object value = Objects.requireNonNull(option.getValue());
            constraint = switch (option.getKey()) {
                case "name" -> constraint.named(value.toString());
                case "using" -> constraint.using(value.toString());
                case "where" ->
                    constraint.where(value instanceof String text ? Sql.text(text) : Convert.condition(value));
                case "deferrable", "initially" -> constraint.deferred(SchemaWords.deferral(arguments));
                default -> throw new Gap("EXCLUDE with " + option.getKey());
            };
        }
        return TableConstraint.of(constraint, columns);
    }

    private static Object computed(Args arguments) {
        Expr<?> expression = arguments.at(0) instanceof String sql ? Sql.text(sql) : Convert.expr(arguments.at(0));
        return (ColumnWord) column -> arguments.named("persisted") instanceof Boolean stored
                ? column.computed(expression, stored)
                : column.computed(expression);
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
        Object schema = arguments.at(1, "schema");
        MetaData metadata = new MetaData(schema == null ? null : schema.toString());
        if (arguments.named("naming_convention") instanceof Map<?, ?> convention) {
            NamingConvention named = NamingConvention.standard();
            for (Map.Entry<?, ?> entry : convention.entrySet()) {
                String key = String.valueOf(entry.getKey());
                named = entry.getValue() instanceof Callable token
                        ? named.token(key, (item, table) -> String.valueOf(token.call(Args.of(item, table))))
                        : named.with(key, String.valueOf(entry.getValue()));
            }
            metadata.namingConvention(named);
        }
        return metadata;
    }

    private static Object identity(Args arguments) {
        return (ColumnWord) column -> {
            Identity identity = arguments.flag("always") ? Identity.generatedAlways() : Identity.generatedByDefault();
            for (Map.Entry<String, @Nullable Object> option :
                    arguments.without("always").named().entrySet()) {
                identity = with(identity, option.getKey(), option.getValue());
            }
            return column.identity(identity);
        };
    }

    private static Identity with(Identity identity, String option, @Nullable Object value) {
        if (value == null) {
            return identity;
        }
        boolean on = Boolean.TRUE.equals(value);
        return switch (option) {
            case "start" -> identity.startingWith(SchemaWords.number(value));
            case "increment" -> identity.incrementedBy(SchemaWords.number(value));
            case "minvalue" -> identity.minValue(SchemaWords.number(value));
            case "maxvalue" -> identity.maxValue(SchemaWords.number(value));
            case "nominvalue" -> on ? identity.noMinValue() : identity;
            case "nomaxvalue" -> on ? identity.noMaxValue() : identity;
            case "cycle" -> identity.cycle(on);
            case "order" -> identity.order(on);
            case "cache" -> identity.cache(SchemaWords.number(value));
            case "on_null" -> on ? identity.replacingNull() : identity;
            default -> throw new Gap("an identity with " + option);
        };
    }
}

package org.aludel.databases.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ReflectOptions;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.QuotedName;
import org.aludel.types.TypeAffinity;
import org.jspecify.annotations.Nullable;

/** Model, DDL, database, reflected model: the last is equal to the first, and makes the same database again. */
final class RoundTrip {

    private final Engine engine;

    RoundTrip(Engine engine) {
        this.engine = engine;
    }

    /** Creates the tables of a model, reflects them, compares, and makes them anew from what was found. */
    MetaData of(MetaData model) {
        model.createAll(engine);
        MetaData found = reflected(model);
        for (Table table : model.tables()) {
            compare(table, Objects.requireNonNull(found.find(table.fullName())));
        }
        String ddl = ddl(found);
        found.dropAll(engine);
        found.createAll(engine);
        assertThat(ddl(reflected(model))).isEqualTo(ddl);
        return found;
    }

    private MetaData reflected(MetaData model) {
        MetaData found = new MetaData();
        for (Table table : model.tables()) {
            ReflectOptions one = ReflectOptions.defaults().schema(table.schema());
            found.reflect(engine, one.only(table.name()));
        }
        return found;
    }

    private String ddl(MetaData metadata) {
        StringBuilder text = new StringBuilder();
        for (DdlElement element : metadata.createStatements(engine.dialect())) {
            text.append(engine.dialect().toSql(element)).append(";\n");
        }
        return text.toString();
    }

    private void compare(Table model, Table found) {
        assertThat(found.columns())
                .extracting(column -> QuotedName.text(column.name()))
                .containsExactlyElementsOf(model.columns().stream()
                        .map(column -> QuotedName.text(column.name()))
                        .toList());
        for (Column<?> column : model.columns()) {
            compare(column, found.c(QuotedName.text(column.name())));
        }
        assertThat(found.comment()).isEqualTo(model.comment());
        assertThat(names(found.primaryKey())).isEqualTo(names(model.primaryKey()));
        assertThat(keys(found)).containsExactlyInAnyOrderElementsOf(keys(model));
        assertThat(uniques(found)).containsExactlyInAnyOrderElementsOf(uniques(model));
        assertThat(indexes(found)).containsAll(indexes(model));
    }

    private void compare(Column<?> model, Column<?> found) {
        String what = String.valueOf(model);
        assertThat(TypeAffinity.compare(engine.dialect(), model.type(), found.type()))
                .as("%s: %s became %s", what, model.type(), found.type())
                .isEqualTo(TypeAffinity.Difference.SAME);
        assertThat(found.isNullable()).as(what).isEqualTo(model.isNullable());
        assertThat(found.serverDefault() != null).as("%s has a default", what).isEqualTo(model.serverDefault() != null);
        assertThat(found.computedBy() != null).as("%s is computed", what).isEqualTo(model.computedBy() != null);
        if (model.computedStorage() != null) {
            assertThat(found.isComputedStored()).as("%s is stored", what).isEqualTo(model.isComputedStored());
        }
        assertThat(found.comment()).as(what).isEqualTo(model.comment());
        if (model.identityOptions() != null) {
            assertThat(found.identityOptions()).as(what).isNotNull();
            assertThat(found.identityOptions().always())
                    .as(what)
                    .isEqualTo(model.identityOptions().always());
            assertThat(orOne(found.identityOptions().start()))
                    .as(what)
                    .isEqualTo(orOne(model.identityOptions().start()));
            assertThat(orOne(found.identityOptions().increment()))
                    .as(what)
                    .isEqualTo(orOne(model.identityOptions().increment()));
        }
    }

    /** What the standard takes where nothing is said. */
    private static long orOne(@Nullable Long number) {
        return number == null ? 1 : number;
    }

    private static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(column -> QuotedName.text(column.name())).toList();
    }

    private static List<String> keys(Table table) {
        return table.foreignKeys().stream().map(RoundTrip::described).toList();
    }

    private static String described(ForeignKey key) {
        return key.name() + names(key.columns()) + key.referredTable().fullName() + names(key.referredColumns())
                + " on delete " + key.onDelete() + " on update " + key.onUpdate() + " deferrable "
                + key.isDeferrable() + key.isInitiallyDeferred() + " match " + key.match();
    }

    private static List<String> uniques(Table table) {
        return table.constraints().stream()
                .filter(UniqueConstraint.class::isInstance)
                .map(UniqueConstraint.class::cast)
                .map(unique -> unique.columns() + " deferrable " + unique.deferrable() + unique.initiallyDeferred())
                .toList();
    }

    private static List<@Nullable String> indexes(Table table) {
        return table.indexes().stream()
                .map(Index::name)
                .map(name -> name == null ? null : QuotedName.text(name))
                .toList();
    }

    /** The constraints of a kind. */
    static <C extends Constraint> List<C> constraints(Table table, Class<C> kind) {
        return table.constraints().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}

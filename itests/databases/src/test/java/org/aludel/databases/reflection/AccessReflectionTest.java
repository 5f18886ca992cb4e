package org.aludel.databases.reflection;

import static org.aludel.schema.ForeignKeyAction.CASCADE;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.index;
import static org.aludel.sql.Sql.onDelete;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.FLOAT;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.SMALLINT;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Reflected;
import org.aludel.schema.Table;
import org.aludel.types.TypeAffinity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of an Access file, as far as UCanAccess tells it. */
@Tag("SCH-11")
@Tag("SCH-12")
@Tag("DIA-13")
final class AccessReflectionTest {

    @TempDir
    Path directory;

    @Test
    void tablesComeBackFromAFile() {
        try (Engine engine =
                Engine.create("jdbc:ucanaccess://" + directory.resolve("file.accdb") + ";newDatabaseVersion=V2010")) {
            MetaData model = new MetaData();
            Table parent = model.table(
                    "parent_1",
                    column("id", INTEGER).primaryKey(),
                    column("my name", string(30)).notNull(),
                    column("essay", TEXT),
                    column("price", numeric(10, 2)).serverDefault("1.5"),
                    column("made", TIMESTAMP),
                    column("flag", BOOLEAN),
                    column("small", SMALLINT),
                    column("single", FLOAT),
                    column("real", DOUBLE),
                    unique("my name").named("uq_name"),
                    index("ix_price", "price", "small"));
            model.table(
                    "child",
                    column("id", INTEGER).primaryKey(),
                    column("pid", INTEGER).references("parent_1.id", onDelete(CASCADE)));
            model.createAll(engine);
            Inspector inspector = Inspector.of(engine);
            assertThat(inspector.tables()).containsExactly("child", "parent_1");
            assertThat(inspector.schemas()).isEmpty();
            assertThat(inspector.hasTable("parentx1")).isFalse();
            Table found = Table.reflect("parent_1", new MetaData(), engine);
            assertThat(found.columns())
                    .extracting(Column::name)
                    .containsExactlyElementsOf(
                            parent.columns().stream().map(Column::name).toList());
            for (Column<?> column : parent.columns()) {
                assertThat(TypeAffinity.compare(
                                engine.dialect(),
                                column.type(),
                                found.c(column.name()).type()))
                        .as("%s became %s", column, found.c(column.name()).type())
                        .isEqualTo(TypeAffinity.Difference.SAME);
                assertThat(found.c(column.name()).isNullable()).isEqualTo(column.isNullable());
            }
            // whether id is a counter is not asked: the driver tells it in some processes and not in others
            assertThat(found.primaryKey()).containsExactly(found.c("id"));
            Reflected.UniqueInfo unique =
                    inspector.uniqueConstraints("parent_1").get(0);
            assertThat(unique.name()).isEqualToIgnoringCase("uq_name");
            assertThat(unique.duplicatesIndex())
                    .endsWithIgnoringCase("uq_name"); // some versions put the table before it
            assertThat(inspector.indexes("parent_1"))
                    .filteredOn(info -> info.duplicatesConstraint() == null)
                    .singleElement()
                    .satisfies(info -> {
                        assertThat(info.name()).isEqualToIgnoringCase("ix_price");
                        assertThat(info.columns()).containsExactly("price", "small");
                    });
            Table child = Table.reflect("child", new MetaData(), engine);
            assertThat(child.foreignKeys().get(0).onDelete()).isEqualTo(CASCADE);
            assertThat(child.foreignKeys().get(0).referredTable().name()).isEqualTo("parent_1");
        }
    }
}

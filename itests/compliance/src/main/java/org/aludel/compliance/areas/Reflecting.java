package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.foreignKey;
import static org.aludel.sql.Sql.index;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/** What was created is found again in the catalogue. */
public final class Reflecting extends ComplianceArea {

    private final MetaData metadata = new MetaData();
    private final Table shelves = metadata.table(
            "shelves",
            column("aisle", INTEGER).primaryKey().autoincrement(false),
            column("bay", INTEGER).primaryKey().autoincrement(false),
            column("label", string(40)).notNull(),
            unique("label").named("uq_shelves_label"));
    private final Table volumes = metadata.table(
            "volumes",
            column("id", INTEGER).primaryKey(),
            column("aisle", INTEGER),
            column("bay", INTEGER),
            column("title", string(80)).notNull(),
            column("price", numeric(10, 2)),
            column("printed", DATE),
            column("sheets", BIGINT),
            foreignKey("aisle", "bay")
                    .references("shelves.aisle", "shelves.bay")
                    .with(ForeignKeyOption.named("fk_volumes_shelf")),
            check("sheets > 0").named("ck_volumes_sheets"),
            index("ix_volumes_title", "title"));

    private interface Look {
        void at(Inspector inspector);
    }

    private void looked(Look look) {
        metadata.createAll(engine());
        try {
            look.at(Inspector.of(engine()));
        } finally {
            drop(metadata);
        }
    }

    @Check
    public void tablesAreFoundByName() {
        looked(inspector -> {
            assertThat(inspector.tables()).contains("shelves", "volumes", "people", "orders");
            assertThat(inspector.hasTable("volumes")).isTrue();
            assertThat(inspector.hasTable("volume_")).isFalse();
        });
    }

    @Check(Requirement.REFLECTED_COLUMNS)
    public void columnsKeepNameTypeAndNullability() {
        looked(inspector -> {
            List<Reflected.ColumnInfo> columns = inspector.columns("volumes");
            assertThat(columns)
                    .extracting(Reflected.ColumnInfo::name)
                    .containsExactly("id", "aisle", "bay", "title", "price", "printed", "sheets");
            assertThat(columns.get(0).nullable()).isFalse();
            assertThat(columns.get(1).nullable()).isTrue();
            assertThat(columns.get(3).nullable()).isFalse();
            assertThat(engine().dialect().toSql(columns.get(3).type()))
                    .isEqualToIgnoringCase(engine().dialect().toSql(string(80)));
            assertThat(engine().dialect().toSql(columns.get(4).type()))
                    .isEqualToIgnoringCase(engine().dialect().toSql(numeric(10, 2)));
        });
    }

    @Check(Requirement.REFLECTED_KEYS)
    public void keysKeepTheirColumns() {
        looked(inspector -> {
            assertThat(inspector.primaryKey("shelves").columns()).containsExactly("aisle", "bay");
            List<Reflected.ForeignKeyInfo> keys = inspector.foreignKeys("volumes");
            assertThat(keys).hasSize(1);
            assertThat(keys.get(0).columns()).containsExactly("aisle", "bay");
            assertThat(keys.get(0).referredTable()).isEqualTo("shelves");
            assertThat(keys.get(0).referredColumns()).containsExactly("aisle", "bay");
        });
    }

    @Check(Requirement.REFLECTED_CONSTRAINTS)
    public void uniqueConstraintsAndIndexesAreFound() {
        looked(inspector -> {
            assertThat(inspector.uniqueConstraints("shelves"))
                    .extracting(Reflected.UniqueInfo::columns)
                    .containsExactly(List.of("label"));
            assertThat(inspector.indexes("volumes")).anySatisfy(found -> {
                assertThat(found.name()).isEqualToIgnoringCase("ix_volumes_title");
                assertThat(found.columns()).containsExactly("title");
                assertThat(found.unique()).isFalse();
            });
        });
    }

    @Check({Requirement.REFLECTED_CONSTRAINTS, Requirement.CHECK_CONSTRAINTS})
    public void checksAreFound() {
        looked(inspector -> assertThat(inspector.checkConstraints("volumes"))
                .anySatisfy(found -> assertThat(found.name()).isEqualToIgnoringCase("ck_volumes_sheets")));
    }

    @Check(Requirement.REFLECTED_KEYS)
    public void aReflectedTableServesStatements() {
        metadata.createAll(engine());
        try {
            Table found = Table.reflect("shelves", new MetaData(), engine());
            engine().useTransaction(c -> {
                c.execute(found.insert().set("aisle", 1).set("bay", 2).set("label", "top"));
                assertThat(c.execute(found.select()).all())
                        .extracting(row -> row.get("label"))
                        .containsExactly("top");
            });
        } finally {
            drop(metadata);
        }
    }

    @Check(Requirement.REFLECTED_KEYS)
    public void aReflectedSchemaCanBeCreatedAgain() {
        metadata.createAll(engine());
        MetaData found = new MetaData();
        Table again;
        try {
            again = Table.reflect("volumes", found, engine());
        } finally {
            drop(metadata);
        }
        found.createAll(engine());
        try {
            assertThat(Inspector.of(engine()).foreignKeys("volumes")).hasSize(1);
            assertThat(again.columns()).hasSize(7);
        } finally {
            drop(found);
        }
    }

    @Check(Requirement.COMMENTS)
    public void commentsAreRead() {
        Table remarked = metadata.table(
                "remarked_things",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("label", string(10)).comment("what it's called"));
        metadata.createAll(engine());
        try {
            engine().useTransaction(c -> c.execute(new DdlElement.SetComment(remarked, null, "all things")));
            Inspector inspector = Inspector.of(engine());
            assertThat(inspector.comment("remarked_things")).isEqualTo("all things");
            assertThat(inspector.columns("remarked_things").get(1).comment()).isEqualTo("what it's called");
        } finally {
            drop(metadata);
        }
    }

    @Check(Requirement.SEQUENCES)
    public void sequencesAreListed() {
        metadata.sequence(Sequence.of("compliance_listed"));
        looked(inspector -> assertThat(inspector.sequences()).contains("compliance_listed"));
    }

    @Check({Requirement.IDENTITY, Requirement.GENERATED_KEYS})
    public void generatedKeysAreTold() {
        looked(inspector -> {
            Reflected.ColumnInfo id = inspector.columns("volumes").get(0);
            Table found = Table.reflect("volumes", new MetaData(), engine());
            assertThat(id.autoincrement() || id.identity() != null || id.defaultSql() != null)
                    .as("%s generates keys", id)
                    .isTrue();
            assertThat(found.columns().get(0).name()).isEqualTo("id");
        });
    }

    @Check({Requirement.STORED_COMPUTED_COLUMNS, Requirement.REFLECTED_CONSTRAINTS})
    public void computedColumnsAreTold() {
        metadata.table(
                "computed_things",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("width", INTEGER),
                column("doubled", INTEGER).computed(column("width", INTEGER).times(2), true));
        looked(inspector -> assertThat(
                        inspector.columns("computed_things").get(2).computedBy())
                .isNotNull());
    }
}

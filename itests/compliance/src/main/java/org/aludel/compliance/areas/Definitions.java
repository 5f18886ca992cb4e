package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.index;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.errors.DatabaseException;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/** Tables, indexes, sequences and schemas come and go. */
public final class Definitions extends ComplianceArea {

    private final MetaData metadata = new MetaData();

    @Check
    public void tablesAreCreatedOnceAndDropped() {
        Table things = metadata.table("things", column("id", INTEGER).primaryKey(), column("label", string(20)));
        metadata.createAll(engine());
        metadata.createAll(engine());
        engine().useTransaction(c -> {
            c.execute(things.insert().set("id", 1).set("label", "one"));
            assertThat(c.execute(things.count()).scalar(Long.class)).isEqualTo(1L);
        });
        drop(metadata);
        drop(metadata);
        assertThatThrownBy(() -> engine().useTransaction(c -> c.execute(things.count())))
                .isInstanceOf(DatabaseException.class);
    }

    @Check
    public void tablesComeInTheOrderOfTheirForeignKeys() {
        Table child = metadata.table(
                "a_child",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("parent_id", INTEGER).references("b_parent.id"));
        Table parent =
                metadata.table("b_parent", column("id", INTEGER).primaryKey().autoincrement(false));
        withTables(metadata, c -> {
            c.execute(parent.insert().set("id", 1));
            c.execute(child.insert().set("id", 1).set("parent_id", 1));
            assertThat(c.execute(child.count()).scalar(Long.class)).isEqualTo(1L);
        });
    }

    @Check
    public void aTableRefersToItself() {
        Table nodes = metadata.table(
                "tree_nodes",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("parent_id", INTEGER).references("tree_nodes.id"));
        withTables(metadata, c -> {
            c.execute(nodes.insert().set("id", 1));
            c.execute(nodes.insert().set("id", 2).set("parent_id", 1));
            assertThat(c.execute(nodes.count()).scalar(Long.class)).isEqualTo(2L);
        });
    }

    @Check(Requirement.ALTER_CONSTRAINTS)
    public void tablesReferToEachOther() {
        Table a = metadata.table(
                "ring_a",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("b_id", INTEGER).references("ring_b.id"));
        Table b = metadata.table(
                "ring_b",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("a_id", INTEGER).references("ring_a.id"));
        withTables(metadata, c -> {
            c.execute(a.insert().set("id", 1));
            c.execute(b.insert().set("id", 1).set("a_id", 1));
            c.execute(a.update().set("b_id", 1));
            assertThat(c.execute(a.count()).scalar(Long.class)).isEqualTo(1L);
            c.execute(a.update().setNull(a.c("b_id")));
        });
    }

    @Check(Requirement.INDEXES)
    public void indexesAreCreated() {
        Table indexed = metadata.table(
                "indexed_things",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("code", string(20)).notNull(),
                column("label", string(20)).indexed(),
                index("ix_things_code_label", "code", "label"),
                index("ix_things_code", "code").asUnique());
        withTables(metadata, c -> c.execute(indexed.insert().set("id", 1).set("code", "a")));
        metadata.createAll(engine());
        try {
            engine().useTransaction(c -> c.execute(indexed.insert().set("id", 1).set("code", "a")));
            assertThatThrownBy(() -> engine().useTransaction(
                                    c -> c.execute(indexed.insert().set("id", 2).set("code", "a"))))
                    .as("the index is unique")
                    .isInstanceOf(DatabaseException.class);
        } finally {
            drop(metadata);
        }
    }

    @Check(Requirement.SEQUENCES)
    public void sequencesCount() {
        Sequence tickets = metadata.sequence(
                Sequence.of("compliance_tickets").startingWith(100).incrementedBy(5));
        metadata.createAll(engine());
        try {
            engine().useTransaction(c -> {
                assertThat(c.execute(select(tickets.next())).scalar(Long.class)).isEqualTo(100L);
                assertThat(c.execute(select(tickets.next())).scalar(Long.class)).isEqualTo(105L);
            });
        } finally {
            drop(metadata);
        }
    }

    @Check(Requirement.SEQUENCES)
    public void aColumnTakesItsValueFromASequence() {
        Sequence numbers = metadata.sequence(Sequence.of("compliance_numbers").startingWith(7));
        Table numbered = metadata.table(
                "numbered", column("id", INTEGER).primaryKey().sequence(numbers), column("label", string(10)));
        withTables(metadata, c -> {
            assertThat(c.execute(numbered.insert().set("label", "x"))
                            .insertedPrimaryKey()
                            .get(0, Integer.class))
                    .isEqualTo(7);
            c.execute(numbered.insert().set("label", "y"));
            assertThat(c.execute(numbered.select().orderBy(numbered.c("id"))).scalars(Integer.class))
                    .containsExactly(7, 8);
        });
    }

    @Check(Requirement.COMMENTS)
    public void commentsAreKept() {
        Table remarked = metadata.table(
                "remarked",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("label", string(10)).comment("it's a 'label' \\ -- ; /* */ ?"));
        withTables(metadata, c -> c.execute(new DdlElement.SetComment(remarked, null, "what's this? 100%")));
    }

    @Check(Requirement.ALTER_CONSTRAINTS)
    public void constraintsAreAddedAndDropped() {
        Table plain = metadata.table(
                "plain_things",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("code", string(10)).notNull());
        withTables(metadata, c -> {
            c.execute(new DdlElement.AddConstraint(
                    plain, org.aludel.sql.Sql.unique("code").named("uq_plain_code")));
            c.execute(new DdlElement.DropConstraint(plain, "uq_plain_code", DdlElement.DropConstraint.Kind.UNIQUE));
            c.execute(plain.insert().set("id", 1).set("code", "a"));
            c.execute(plain.insert().set("id", 2).set("code", "a"));
            assertThat(c.execute(plain.count()).scalar(Long.class)).isEqualTo(2L);
        });
    }

    @Check(Requirement.TRANSACTIONAL_DDL)
    public void rollbackTakesATableBack() {
        Table passing = metadata.table("passing", column("id", INTEGER).primaryKey());
        try (var c = engine().connect();
                var transaction = c.begin()) {
            passing.create(c);
            transaction.rollback();
        }
        assertThatThrownBy(() -> engine().useTransaction(c -> c.execute(passing.count())))
                .isInstanceOf(DatabaseException.class);
    }

    @Check(Requirement.SCHEMAS)
    public void tablesLiveInSchemas() {
        MetaData elsewhere = new MetaData("compliance_schema");
        Table far = elsewhere.table(
                "far", column("id", INTEGER).primaryKey().autoincrement(false), column("label", string(10)));
        engine().useTransaction(c -> c.execute(new DdlElement.ChangeSchema("compliance_schema", false)));
        try {
            withTables(elsewhere, c -> {
                c.execute(far.insert().set("id", 1).set("label", "x"));
                assertThat(c.execute(select(far.c("label"), literal(1))
                                        .where(far.<Integer>c("id").eq(1)))
                                .scalars(String.class))
                        .isEqualTo(List.of("x"));
            });
        } finally {
            engine().useTransaction(c -> c.execute(new DdlElement.ChangeSchema("compliance_schema", true)));
        }
    }

    @Check(Requirement.STORED_COMPUTED_COLUMNS)
    public void storedColumnsAreComputed() {
        computed(true);
    }

    @Check(Requirement.VIRTUAL_COMPUTED_COLUMNS)
    public void virtualColumnsAreComputed() {
        computed(false);
    }

    private void computed(boolean stored) {
        var width = column("width", INTEGER);
        Table boxes = metadata.table(
                "boxes",
                column("id", INTEGER).primaryKey().autoincrement(false),
                width,
                column("doubled", INTEGER).computed(column("width", INTEGER).times(2), stored));
        withTables(metadata, c -> {
            c.execute(boxes.insert().set("id", 1).set("width", 21));
            assertThat(c.execute(select(boxes.<Integer>c("doubled"))).scalar(Integer.class))
                    .isEqualTo(42);
        });
    }
}

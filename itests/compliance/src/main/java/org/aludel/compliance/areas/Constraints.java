package org.aludel.compliance.areas;

import static org.aludel.schema.ForeignKeyAction.CASCADE;
import static org.aludel.schema.ForeignKeyAction.SET_NULL;
import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.foreignKey;
import static org.aludel.sql.Sql.initiallyDeferred;
import static org.aludel.sql.Sql.onDelete;
import static org.aludel.sql.Sql.primaryKey;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.errors.IntegrityException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;

/** Constraints that a table declares are enforced. */
public final class Constraints extends ComplianceArea {

    private final MetaData metadata = new MetaData();

    @Check
    public void aKeyOfTwoColumns() {
        Table pairs = metadata.table(
                "key_pairs",
                column("a", INTEGER).notNull(),
                column("b", INTEGER).notNull(),
                primaryKey("a", "b").named("pk_key_pairs"));
        refused(
                pairs.insert().set("a", 1).set("b", 1),
                pairs.insert().set("a", 1).set("b", 1));
    }

    @Check
    public void uniqueOverTwoColumns() {
        Table pairs = metadata.table(
                "unique_pairs",
                column("a", INTEGER).notNull(),
                column("b", INTEGER).notNull(),
                unique("a", "b").named("uq_pairs"));
        refused(
                pairs.insert().set("a", 1).set("b", 2),
                pairs.insert().set("a", 1).set("b", 2));
    }

    @Check
    public void uniqueOfAColumn() {
        Table codes = metadata.table(
                "unique_codes",
                column("a", INTEGER).notNull(),
                column("b", INTEGER).notNull().unique());
        refused(
                codes.insert().set("a", 1).set("b", 2),
                codes.insert().set("a", 2).set("b", 2));
    }

    @Check(Requirement.CHECK_CONSTRAINTS)
    public void checksOverText() {
        Table checked = metadata.table(
                "checked",
                column("a", INTEGER),
                column("b", INTEGER),
                check("a < b").named("ck_order"));
        refused(
                checked.insert().set("a", 1).set("b", 2),
                checked.insert().set("a", 2).set("b", 1));
    }

    @Check(Requirement.CHECK_CONSTRAINTS)
    public void checksOverExpressions() {
        Table checked = metadata.table(
                "checked_too",
                column("a", INTEGER),
                column("b", INTEGER),
                check(column("a", INTEGER).ge(0).and(column("b", INTEGER).in(1, 2)))
                        .named("ck_values"));
        refused(
                checked.insert().set("a", 0).set("b", 2),
                checked.insert().set("a", 0).set("b", 3));
    }

    @Check(Requirement.FOREIGN_KEYS)
    public void aForeignKeyOfTwoColumns() {
        Table parents = metadata.table(
                "pair_parents",
                column("a", INTEGER).notNull(),
                column("b", INTEGER).notNull(),
                primaryKey("a", "b"));
        Table children = metadata.table(
                "pair_children",
                column("a", INTEGER),
                column("b", INTEGER),
                foreignKey("a", "b").references("pair_parents.a", "pair_parents.b"));
        withTables(metadata, c -> {
            c.execute(parents.insert().set("a", 1).set("b", 2));
            c.execute(children.insert().set("a", 1).set("b", 2));
        });
        refused(
                children.insert().set("a", null).set("b", null),
                children.insert().set("a", 2).set("b", 1));
    }

    @Check({Requirement.FOREIGN_KEYS, Requirement.FOREIGN_KEY_ACTIONS})
    public void actionsOfForeignKeys() {
        Table parents = metadata.table(
                "action_parents", column("id", INTEGER).primaryKey().autoincrement(false));
        Table cascading = metadata.table(
                "cascading_children",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("parent_id", INTEGER).references("action_parents.id", onDelete(CASCADE)));
        Table forgetting = metadata.table(
                "forgetting_children",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("parent_id", INTEGER).references("action_parents.id", onDelete(SET_NULL)));
        withTables(metadata, c -> {
            c.execute(parents.insert().set("id", 1));
            c.execute(cascading.insert().set("id", 1).set("parent_id", 1));
            c.execute(forgetting.insert().set("id", 1).set("parent_id", 1));
            c.execute(parents.delete());
            assertThat(c.execute(cascading.count()).scalar(Long.class)).isZero();
            assertThat(c.execute(select(forgetting.<Integer>c("parent_id"))).scalars(Integer.class))
                    .containsExactly((Integer) null);
        });
    }

    @Check({Requirement.FOREIGN_KEYS, Requirement.DEFERRABLE_FOREIGN_KEYS})
    public void deferredForeignKeysAreCheckedAtCommit() {
        Table parents = metadata.table(
                "late_parents", column("id", INTEGER).primaryKey().autoincrement(false));
        Table children = metadata.table(
                "late_children",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("parent_id", INTEGER).references("late_parents.id", initiallyDeferred()));
        withTables(metadata, c -> {
            c.execute(children.insert().set("id", 1).set("parent_id", 1));
            c.execute(parents.insert().set("id", 1));
        });
    }

    @Check
    public void longTextsAndNumbersInOneTable() {
        Table wide = metadata.table(
                "wide_things",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("label", string(200)).notNull());
        withTables(metadata, c -> {
            c.execute(wide.insert().set("id", 1).set("label", "x".repeat(200)));
            assertThat(c.execute(select(wide.<String>c("label"))).scalar(String.class))
                    .hasSize(200);
        });
    }

    private void refused(Statement accepted, Statement refused) {
        metadata.createAll(engine());
        try {
            engine().useTransaction(c -> c.execute(accepted));
            assertThatThrownBy(() -> engine().useTransaction(c -> c.execute(refused)))
                    .isInstanceOf(IntegrityException.class);
        } finally {
            drop(metadata);
        }
    }
}

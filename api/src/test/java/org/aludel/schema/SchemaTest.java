package org.aludel.schema;

import static org.aludel.schema.ForeignKeyAction.CASCADE;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.deferrable;
import static org.aludel.sql.Sql.foreignKey;
import static org.aludel.sql.Sql.onDelete;
import static org.aludel.sql.Sql.primaryKey;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.sql.Join;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final MetaData metadata = new MetaData();

    @Test
    @Tag("SCH-01")
    void foreignKeysAreLookedUpWhenNeeded() {
        Table addresses = metadata.table(
                "addresses",
                column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id", onDelete(CASCADE), deferrable()));
        ForeignKey key = addresses.foreignKeys().get(0);
        assertThatThrownBy(key::referredTable).hasMessageStartingWith("ALU-0118");
        Table users = metadata.table("users", column("id", INTEGER).primaryKey());
        assertThat(key.referredTable()).isSameAs(users);
        assertThat(key.onDelete()).isEqualTo(CASCADE);
        assertThat(key.isDeferrable()).isTrue();
        assertThat(key.isInitiallyDeferred()).isFalse();
        assertThat(addresses.references(users)).isTrue();
    }

    @Test
    @Tag("SCH-02")
    void thereIsOneTablePerName() {
        Table users = metadata.table("users", column("id", INTEGER));
        assertThat(metadata.table("users")).isSameAs(users);
        assertThatThrownBy(() -> metadata.table("users", column("id", INTEGER))).hasMessageStartingWith("ALU-0122");
        assertThatThrownBy(() -> metadata.table("nothing")).hasMessageStartingWith("ALU-0123");
        metadata.remove(users);
        assertThat(metadata.find("users")).isNull();
    }

    @Test
    @Tag("SCH-02")
    void aDefinitionThatIsThereIsUsedExtendedOrReplacedWhereThatIsAskedFor() {
        Table users = metadata.useExisting("users", column("id", INTEGER).primaryKey());
        assertThat(metadata.useExisting("users", column("other", TEXT))).isSameAs(users);
        assertThat(users.columns()).extracting(Column::name).containsExactly("id");

        assertThat(metadata.extendExisting("users", column("name", TEXT))).isSameAs(users);
        assertThat(users.columns()).extracting(Column::name).containsExactly("id", "name");
        metadata.extendExisting("users", column("name", INTEGER), column("age", INTEGER));
        assertThat(users.columns()).extracting(Column::name).containsExactly("id", "name", "age");
        assertThat(users.c("name").type()).isEqualTo(INTEGER);
        assertThat(users.c("name").table()).isSameAs(users);
        assertThat(users.primaryKey()).containsExactly(users.c("id"));
        assertThat(metadata.extendExisting("more", column("id", INTEGER))).isSameAs(metadata.table("more"));

        users.redefine(List.of(column("key", INTEGER)));
        assertThat(metadata.table("users").columns()).extracting(Column::name).containsExactly("key");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> metadata.table("t", column("a", INTEGER), column("a", TEXT)))
                .hasMessageStartingWith("ALU-0120 two columns have the same name; where: t.a");
    }

    @Test
    @Tag("SCH-04")
    void compositeKeysReferTogether() {
        metadata.table("p", column("a", INTEGER), column("b", INTEGER), primaryKey("a", "b"));
        Table t = metadata.table(
                "t",
                column("x", INTEGER),
                column("y", INTEGER),
                foreignKey("x", "y").references("p.a", "p.b"));
        assertThat(t.foreignKeys()).hasSize(1);
        assertThat(t.foreignKeys().get(0).referredColumns())
                .extracting(Column::name)
                .containsExactly("a", "b");
        assertThatThrownBy(() -> foreignKey("x", "y").references("p.a")).hasMessageStartingWith("ALU-0117");
    }

    @Test
    void aSingleIntegerKeyIsGenerated() {
        assertThat(metadata.table("a", column("id", INTEGER).primaryKey()).generatedColumn())
                .isNotNull();
        assertThat(metadata.table("b", column("id", string(5)).primaryKey()).generatedColumn())
                .isNull();
        assertThat(metadata.table("c", column("id", INTEGER).primaryKey().autoincrement(false))
                        .generatedColumn())
                .isNull();
        assertThat(metadata.table("d", column("id", INTEGER).primaryKey().references("a.id"))
                        .generatedColumn())
                .isNull();
        assertThat(metadata.table(
                                "e",
                                column("x", INTEGER).primaryKey(),
                                column("y", INTEGER).primaryKey())
                        .generatedColumn())
                .isNull();
    }

    @Test
    @Tag("SCH-07")
    void tablesFollowThoseTheyReferTo() {
        metadata.table(
                "c", column("id", INTEGER).primaryKey(), column("b_id", INTEGER).references("b.id"));
        metadata.table(
                "b", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a.id"));
        metadata.table(
                "a", column("id", INTEGER).primaryKey(), column("up", INTEGER).references("a.id"));
        assertThat(metadata.sortedTables()).extracting(Table::name).containsExactly("a", "b", "c");
        assertThat(TableOrder.of(metadata.tables()).late()).isEmpty();
    }

    @Test
    @Tag("SCH-07")
    void theForeignKeysOfTablesInACycleComeLater() {
        metadata.table(
                "z", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a.id"));
        Table a = metadata.table(
                "a", column("id", INTEGER).primaryKey(), column("b_id", INTEGER).references("b.id"));
        Table b = metadata.table(
                "b", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a.id"));
        TableOrder order = TableOrder.of(metadata.tables());
        assertThat(order.late()).extracting(ForeignKey::nameOrDefault).containsExactly("fk_a_b_id", "fk_b_a_id");
        assertThat(order.tables()).extracting(Table::name).containsExactly("a", "b", "z");
        assertThat(a.references(b)).isTrue();
    }

    @Test
    @Tag("SQL-07")
    void joinsFindTheOneForeignKeyOrSayWhyNot() {
        Table users = metadata.table("users", column("id", INTEGER).primaryKey());
        Table addresses = metadata.table("addresses", column("user_id", INTEGER).references("users.id"));
        Table loans = metadata.table(
                "loans",
                column("lender", INTEGER).references("users.id"),
                column("borrower", INTEGER).references("users.id"));
        assertThat(Join.isPossible(users, addresses)).isTrue();
        assertThatThrownBy(() -> addresses.join(loans)).hasMessageStartingWith("ALU-0106");
        assertThatThrownBy(() -> users.join(loans)).hasMessageStartingWith("ALU-0107");
    }

    @Test
    @Tag("SQL-21")
    void typedTablesAndTheirAliasesKeepTheRecord() {
        record Cols(Column<Integer> id, Column<String> name) {}
        TypedTable<Cols> people =
                metadata.table("people", new Cols(column("id", INTEGER).primaryKey(), column("name", string(50))));
        Column<Integer> other = people.as("p2").c().id();
        assertThat(people.c().id().table()).isSameAs(people);
        assertThat(other.standsFor(people.c().id())).isTrue();
        assertThat(people.as("p2").c().name()).hasToString("p2.name");
    }
}

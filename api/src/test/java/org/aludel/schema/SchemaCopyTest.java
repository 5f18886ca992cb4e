package org.aludel.schema;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.foreignKey;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.errors.ArgumentException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Definitions copied to another MetaData, into the same or other schemas. */
@Tag("SCH-03")
class SchemaCopyTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            TableOptions.none().comment("who"),
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).key("login").notNull().indexed().comment("as typed"));
    private final Table orders = metadata.table(
            "orders",
            TableOptions.none().schema("sales"),
            column("id", INTEGER).primaryKey().sequence(Sequence.of("order_ids").inSchema("sales")),
            column("user_id", INTEGER).references(users.c("id")),
            column("login", string(50)),
            foreignKey("login").references(users.c("login")));
    private final Table lines = metadata.table(
            "lines",
            TableOptions.none().schema("sales"),
            column("id", INTEGER).primaryKey(),
            column("order_id", INTEGER).references("sales.orders.id"),
            column("count", INTEGER));

    @Test
    void aCopyIsTheSameAndHasItsOwnObjects() {
        MetaData copy = metadata.copy();
        Table copied = copy.table("users");
        assertThat(copied).isNotSameAs(users);
        assertThat(copied.comment()).isEqualTo("who");
        assertThat(copied.c("login").name()).isEqualTo("name");
        assertThat(copied.c("login").isNullable()).isFalse();
        assertThat(copied.c("login").owner()).isSameAs(copied);
        assertThat(copied.indexes()).hasSize(1);
        assertThat(copy.tables()).hasSize(3);
        assertThat(copy.sequences()).hasSameSizeAs(metadata.sequences());
    }

    @Test
    void foreignKeysLeadToTheCopies() {
        MetaData copy = metadata.copy();
        assertThat(copy.table("sales.orders").foreignKeys())
                .hasSize(2)
                .allMatch(key -> key.referredTable() == copy.table("users"));
        assertThat(copy.table("sales.lines").foreignKeys().get(0).referredTable())
                .isSameAs(copy.table("sales.orders"));
    }

    @Test
    void schemasAreTranslatedOneByOne() {
        MetaData copy =
                metadata.copy(SchemaCopy.plain().schema("sales", "archive").schema(null, "people"));
        assertThat(copy.tables().stream().map(Table::fullName))
                .containsExactly("people.users", "archive.orders", "archive.lines");
        assertThat(copy.table("archive.orders").foreignKeys())
                .allMatch(key -> key.referredTable() == copy.table("people.users"));
        assertThat(copy.table("archive.lines").foreignKeys().get(0).referredTable())
                .isSameAs(copy.table("archive.orders"));
        Sequence sequence = Definition.sequence(copy.table("archive.orders").c("id"));
        assertThat(sequence.schema()).isEqualTo("archive");
    }

    @Test
    void allTablesMayGoIntoOneSchema() {
        MetaData tenant = metadata.copy(SchemaCopy.into("tenant_7"));
        assertThat(tenant.tables()).allMatch(table -> "tenant_7".equals(table.schema()));
        assertThat(tenant.table("tenant_7.lines").foreignKeys().get(0).referredTable())
                .isSameAs(tenant.table("tenant_7.orders"));
        MetaData without = metadata.copy(SchemaCopy.into(null));
        assertThat(without.tables()).allMatch(table -> table.schema() == null);
    }

    @Test
    void oneTableMayBeCopiedAndNotTwice() {
        MetaData other = new MetaData();
        Table copied = lines.copyTo(other, SchemaCopy.into("x"));
        assertThat(copied.fullName()).isEqualTo("x.lines");
        assertThatThrownBy(() -> lines.copyTo(other, SchemaCopy.into("x")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0122");
        assertThat(orders.copyTo(other).fullName()).isEqualTo("sales.orders");
    }

    @Test
    void listenersStayBehindUnlessAskedFor() {
        users.on(DdlEvent.AFTER_CREATE, connection -> {});
        assertThat(users.copyTo(new MetaData()).hooks().isEmpty()).isTrue();
        assertThat(users.copyTo(new MetaData(), SchemaCopy.plain().withEvents())
                        .hooks()
                        .isEmpty())
                .isFalse();
    }
}

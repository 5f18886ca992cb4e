package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.SyntaxException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;

/** Errors of the database are sorted by kind, whatever its codes. */
public final class Violations extends ComplianceArea {

    private final MetaData metadata = new MetaData();
    private final Table owners = metadata.table(
            "owners",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("code", string(10)).notNull().unique());
    private final Table pets = metadata.table(
            "pets",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("owner_id", INTEGER).references("owners.id"),
            column("legs", INTEGER),
            check("legs >= 0").named("ck_legs"));

    private void sorted(IntegrityException.Kind kind, Statement statement) {
        metadata.createAll(engine());
        try {
            engine().useTransaction(c -> c.execute(owners.insert().set("id", 1).set("code", "a")));
            IntegrityException error = catchThrowableOfType(
                    IntegrityException.class, () -> engine().useTransaction(c -> c.execute(statement)));
            assertThat(error).as("the error of %s", kind).isNotNull();
            assertThat(error.kind()).isEqualTo(kind);
            assertThat(error.statement()).isNotBlank();
        } finally {
            drop(metadata);
        }
    }

    @Check
    public void primaryKey() {
        sorted(IntegrityException.Kind.UNIQUE, owners.insert().set("id", 1).set("code", "b"));
    }

    @Check
    public void unique() {
        sorted(IntegrityException.Kind.UNIQUE, owners.insert().set("id", 2).set("code", "a"));
    }

    @Check
    public void notNull() {
        sorted(IntegrityException.Kind.NOT_NULL, owners.insert().set("id", 2));
        sorted(IntegrityException.Kind.NOT_NULL, owners.update().setNull(owners.c("code")));
    }

    @Check(Requirement.FOREIGN_KEYS)
    public void foreignKeyOfAChild() {
        sorted(IntegrityException.Kind.FOREIGN_KEY, pets.insert().set("id", 1).set("owner_id", 99));
    }

    @Check(Requirement.FOREIGN_KEYS)
    public void foreignKeyOfAParent() {
        metadata.createAll(engine());
        try {
            engine().useTransaction(c -> {
                c.execute(owners.insert().set("id", 1).set("code", "a"));
                c.execute(pets.insert().set("id", 1).set("owner_id", 1));
            });
            IntegrityException error = catchThrowableOfType(
                    IntegrityException.class, () -> engine().useTransaction(c -> c.execute(owners.delete())));
            assertThat(error).isNotNull();
            assertThat(error.kind()).isEqualTo(IntegrityException.Kind.FOREIGN_KEY);
        } finally {
            drop(metadata);
        }
    }

    @Check(Requirement.CHECK_CONSTRAINTS)
    public void checks() {
        sorted(IntegrityException.Kind.CHECK, pets.insert().set("id", 1).set("legs", -1));
    }

    @Check
    public void syntax() {
        SyntaxException error = catchThrowableOfType(
                SyntaxException.class, () -> engine().useTransaction(c -> c.execute(text("selec nothing whatever"))));
        assertThat(error).isNotNull();
        assertThat(error.statement()).contains("selec nothing");
    }

    @Check
    public void namesThatDoNotExist() {
        DatabaseException error = catchThrowableOfType(
                DatabaseException.class,
                () -> engine().useTransaction(c -> c.execute(text("select id from no_such_table_at_all"))));
        assertThat(error).isNotNull();
        assertThat(error.statement()).contains("no_such_table_at_all");
    }
}

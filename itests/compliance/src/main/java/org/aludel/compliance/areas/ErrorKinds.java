package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.foreignKey;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Result;
import org.aludel.errors.DataException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Errors name the constraint, and data that does not fit is told from other errors. */
public final class ErrorKinds extends ComplianceArea {

    private final MetaData metadata = new MetaData();
    private final Table keepers = metadata.table(
            "keepers",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("code", string(10)),
            unique("code").named("uq_keepers_code"));
    private final Table beasts = metadata.table(
            "beasts",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("keeper_id", INTEGER),
            column("legs", INTEGER),
            foreignKey("keeper_id").references("keepers.id").with(ForeignKeyOption.named("fk_beasts_keeper")),
            check("legs >= 0").named("ck_beasts_legs"));

    private @Nullable DatabaseException errorOf(Statement statement) {
        metadata.createAll(engine());
        try {
            engine().useTransaction(c -> c.execute(keepers.insert().set("id", 1).set("code", "a")));
            return catchThrowableOfType(
                    DatabaseException.class,
                    () -> engine().useTransaction(c -> {
                        Result result = c.execute(statement);
                        if (result.returnsRows()) {
                            result.all();
                        }
                    }));
        } finally {
            drop(metadata);
        }
    }

    private void names(String constraint, Statement statement) {
        assertThat(errorOf(statement))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        error -> assertThat(error.constraint())
                                .isNotNull()
                                .satisfies(name -> assertThat(name.toLowerCase(Locale.ROOT))
                                        .isEqualTo(constraint.toLowerCase(Locale.ROOT))));
    }

    @Check(Requirement.CONSTRAINT_NAMES)
    public void uniqueConstraintsAreNamed() {
        names("uq_keepers_code", keepers.insert().set("id", 2).set("code", "a"));
    }

    @Check({Requirement.CONSTRAINT_NAMES, Requirement.FOREIGN_KEYS})
    public void foreignKeysAreNamed() {
        names("fk_beasts_keeper", beasts.insert().set("id", 1).set("keeper_id", 99));
    }

    @Check({Requirement.CONSTRAINT_NAMES, Requirement.CHECK_CONSTRAINTS})
    public void checkConstraintsAreNamed() {
        names("ck_beasts_legs", beasts.insert().set("id", 1).set("legs", -1));
    }

    @Check(Requirement.LIMITED_TEXT)
    public void textsThatAreTooLong() {
        assertThat(errorOf(keepers.insert().set("id", 2).set("code", "longer than ten characters")))
                .isInstanceOf(DataException.class);
    }

    @Check(Requirement.DIVISION_BY_ZERO)
    public void divisionByZero() {
        assertThat(errorOf(select(keepers.<Integer>c("id"))
                        .where(keepers.<Integer>c("id")
                                .divide(keepers.<Integer>c("id").minus(literal(1, INTEGER)))
                                .eq(1))))
                .isInstanceOf(DataException.class);
    }
}

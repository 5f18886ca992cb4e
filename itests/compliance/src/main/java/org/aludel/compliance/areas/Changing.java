package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;

/** UPDATE and DELETE. */
public final class Changing extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<Integer> age() {
        return person("age");
    }

    private Column<String> name() {
        return person("name");
    }

    private List<Integer> ages() {
        return values(select(age()).orderBy(id()), Integer.class);
    }

    @Check
    public void updates() {
        assertThat(connection()
                        .execute(people().update().set(age(), 31).where(age().eq(30)))
                        .rowCount())
                .isEqualTo(2);
        assertThat(ages()).containsExactly(31, 40, null, 25, 31);
    }

    @Check
    public void updatesToNothing() {
        connection().execute(people().update().setNull(age()).where(id().le(2)));
        assertThat(ages()).containsExactly(null, null, null, 25, 30);
    }

    @Check
    public void updatesByExpressions() {
        connection().execute(people().update().set(age(), age().plus(id())));
        assertThat(ages()).containsExactly(31, 42, null, 29, 35);
        connection()
                .execute(people().update()
                        .set(age(), case_(id().eq(1), 1).otherwise(0))
                        .set(name(), name().plus("?")));
        assertThat(ages()).containsExactly(1, 0, 0, 0, 0);
        assertThat(values(select(name()).where(id().eq(1)), String.class)).containsExactly("ann?");
    }

    @Check
    public void updatesOfNothing() {
        assertThat(connection()
                        .execute(people().update().set(age(), 1).where(id().eq(99)))
                        .rowCount())
                .isZero();
    }

    @Check
    public void updatesInABatch() {
        var change = people().update().set(age(), bind("a", INTEGER)).where(id().eq(bind("i", INTEGER)));
        long[] counts = connection()
                .execute(change, List.of(params("a", 1, "i", 1), params("a", 2, "i", 2), params("a", 3, "i", 99)))
                .rowCounts();
        assertThat(counts).containsExactly(1, 1, 0);
        assertThat(ages()).containsExactly(1, 2, null, 25, 30);
    }

    @Check(Requirement.SUBQUERY_IN_SET)
    public void updatesBySubqueries() {
        connection()
                .execute(people().update()
                        .set(
                                age(),
                                select(max(this.<Integer>order("amount")))
                                        .where(this.<Integer>order("person_id").eq(id()))
                                        .<Integer>asScalar())
                        .where(id().le(2)));
        assertThat(ages()).containsExactly(3, 10, null, 25, 30);
    }

    @Check(Requirement.UPDATE_FROM)
    public void updatesThatReadOtherTables() {
        connection()
                .execute(people().update()
                        .set(age(), this.<Integer>order("amount"))
                        .where(
                                this.<Integer>order("person_id").eq(id()),
                                this.<String>order("item").eq("pen")));
        assertThat(ages()).containsExactly(3, 10, null, 25, 30);
    }

    @Check
    public void deletes() {
        assertThat(connection().execute(people().delete().where(id().in(3, 4))).rowCount())
                .isEqualTo(2);
        assertThat(ages()).hasSize(3);
        connection().execute(orders().delete());
        assertThat(connection().execute(people().delete()).rowCount()).isEqualTo(3);
    }

    @Check
    public void deletesByExistence() {
        var bought = select(literal(1))
                .from(orders())
                .where(this.<Integer>order("person_id").eq(id()));
        assertThat(connection()
                        .execute(people().delete().where(org.aludel.sql.Sql.not(exists(bought))))
                        .rowCount())
                .isEqualTo(2);
    }

    @Check
    public void deletesInABatch() {
        var removal = orders().delete().where(this.<Integer>order("id").eq(bind("i", INTEGER)));
        assertThat(connection()
                        .execute(removal, List.of(params("i", 1), params("i", 99)))
                        .rowCounts())
                .containsExactly(1, 0);
    }

    @Check(Requirement.DELETE_USING)
    public void deletesThatReadOtherTables() {
        connection()
                .execute(
                        orders().delete().where(this.<Integer>order("person_id").eq(id()), name().eq("ann")));
        assertThat(values(select(this.<Integer>order("id")).orderBy(this.<Integer>order("id")), Integer.class))
                .containsExactly(3, 4);
    }
}

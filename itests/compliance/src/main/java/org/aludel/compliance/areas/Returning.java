package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.sql.Statement;

/** RETURNING where there is such a thing; a clear refusal elsewhere. */
public final class Returning extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<String> name() {
        return person("name");
    }

    private Statement insert() {
        return people().insert().set(id(), 10).set(name(), "eve").returning(id(), name());
    }

    private Statement update() {
        return people().update().set(name(), "x").where(id().eq(2)).returning(id(), name());
    }

    private Statement delete() {
        return people().delete().where(id().eq(3)).returning(id(), name());
    }

    @Check(Requirement.INSERT_RETURNING)
    public void ofInserts() {
        assertThat(rows(insert())).containsExactly(List.of(10, "eve"));
        assertThat(value(people().count(id().eq(10)), Long.class)).isEqualTo(1L);
    }

    @Check({Requirement.INSERT_RETURNING, Requirement.MULTI_ROW_RETURNING})
    public void ofInsertsOfSeveralRows() {
        assertThat(rows(people().insert()
                        .rows(List.of(params("id", 10, "name", "a"), params("id", 11, "name", "b")))
                        .returning(id(), name())))
                .containsExactlyInAnyOrder(List.of(10, "a"), List.of(11, "b"));
    }

    @Check(Requirement.INSERT_RETURNING)
    public void ofExpressions() {
        assertThat(rows(people().insert()
                        .set(id(), 10)
                        .set(name(), "eve")
                        .returning(id().plus(1).label("next"))))
                .containsExactly(List.of(11));
    }

    @Check(Requirement.UPDATE_RETURNING)
    public void ofUpdates() {
        assertThat(rows(update())).containsExactly(List.of(2, "x"));
    }

    @Check({Requirement.UPDATE_RETURNING, Requirement.MULTI_ROW_UPDATE_RETURNING})
    public void ofUpdatesOfSeveralRows() {
        assertThat(rows(people().update()
                        .set(
                                this.<Integer>person("age"),
                                this.<Integer>person("age").plus(1))
                        .where(id().le(2))
                        .returning(id(), person("age"))))
                .containsExactlyInAnyOrder(List.of(1, 31), List.of(2, 41));
    }

    @Check(Requirement.DELETE_RETURNING)
    public void ofDeletes() {
        assertThat(rows(delete())).containsExactly(List.of(3, "cid"));
        assertThat(values(select(id()).where(id().eq(3)), Integer.class)).isEmpty();
    }

    @Check
    public void whatIsLackingIsRefusedByName() {
        refusedUnless(Requirement.INSERT_RETURNING, insert());
        refusedUnless(Requirement.UPDATE_RETURNING, update());
        refusedUnless(Requirement.DELETE_RETURNING, delete());
    }

    private void refusedUnless(Requirement requirement, Statement statement) {
        if (!requirement.metBy(engine().dialect())) {
            assertThatThrownBy(() -> connection().execute(statement))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining(engine().dialect().name());
        }
    }
}

package org.aludel.dialects.oracle;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aludel.dialects.H2Mode;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Oracle's SQL run for real as far as H2's Oracle mode goes, which has neither (+) nor RETURNING. */
@Tag("DIA-07")
class OracleOnH2Test {

    private final Table users =
            new MetaData().table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");
    private H2Mode oracle;

    @BeforeEach
    void tables() throws SQLException {
        oracle = new H2Mode("Oracle", Oracle.dialect(s -> s.implicitReturning(false)));
        oracle.run(new DdlElement.CreateTable(users));
        int key = 0;
        for (String given : new String[] {"jack", "ed", "wendy", "fred"}) {
            oracle.run(users.insert().set(id, ++key).set(name, given));
        }
    }

    @AfterEach
    void close() throws SQLException {
        oracle.close();
    }

    @Test
    void limitsAndOffsets() throws SQLException {
        assertThat(oracle.rows(select(name).orderBy(name).limit(2))).containsExactly("ed", "fred");
        assertThat(oracle.rows(select(name).orderBy(name).limit(2).offset(1))).containsExactly("fred", "jack");
        assertThat(oracle.rows(select(name).orderBy(name).offset(3))).containsExactly("wendy");
    }

    @Test
    void minusDualAndSequences() throws SQLException {
        Sequence ids = Sequence.of("ids");
        oracle.run(new DdlElement.CreateSequence(ids, false));

        assertThat(oracle.rows(select(id).except(select(id).where(id.gt(1))))).containsExactly("1");
        assertThat(oracle.rows(select(literal(5).label("five")))).containsExactly("5");
        assertThat(oracle.rows(select(ids.next().label("n")))).containsExactly("1");
    }

    @Test
    void calculations() throws SQLException {
        assertThat(oracle.rows(select(id.mod(2).label("m")).orderBy(id).limit(2)))
                .containsExactly("1", "0");
        assertThat(oracle.rows(select(name.concat("!").label("n")).where(id.eq(1))))
                .containsExactly("jack!");
        assertThat(oracle.rows(select(id).where(name.isDistinctFrom("jack")).orderBy(id)))
                .containsExactly("2", "3", "4");
    }

    @Test
    void anUpsertIsAMerge() throws SQLException {
        oracle.run(upsert(users).set(id, 1).set(name, "jim").onConflict("id").update(name, excluded(name)));
        oracle.run(upsert(users).set(id, 9).set(name, "zoe").onConflict("id").update(name, excluded(name)));

        assertThat(oracle.rows(select(name).where(id.in(1, 9)).orderBy(id))).containsExactly("jim", "zoe");
    }
}

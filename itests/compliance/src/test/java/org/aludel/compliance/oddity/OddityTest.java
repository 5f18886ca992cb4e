package org.aludel.compliance.oddity;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.errors.CompileException;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How small a dialect from elsewhere may be, and how it writes. */
@Tag("DIA-16")
final class OddityTest {

    private final Table things = new MetaData()
            .table("things", column("id", INTEGER).primaryKey().autoincrement(false), column("price", Oddity.COINS));

    @Test
    void aDialectHasFewerThanFiveHundredLines() throws IOException {
        long lines = 0;
        List<Path> sources;
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/aludel/compliance/oddity"))) {
            sources = files.filter(file -> !file.getFileName().toString().endsWith("Test.java"))
                    .toList();
        }
        for (Path source : sources) {
            lines += Files.readAllLines(source).size();
        }
        assertThat(sources).hasSizeGreaterThan(4);
        assertThat(lines).isLessThan(500);
    }

    @Test
    void itUsesNothingButWhatCoreOffers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/aludel/compliance/oddity"))) {
            for (Path source : files.toList()) {
                assertThat(Files.readString(source)).doesNotContain("import org.aludel." + "dialects");
            }
        }
    }

    @Test
    void itWritesSqlInItsOwnWay() {
        assertThat(select(things.c("id"))
                        .where(things.<Integer>c("id").mod(2).eq(0))
                        .orderBy(things.c("id"))
                        .limit(3)
                        .offset(1)
                        .toSql(Oddity.dialect()))
                .isEqualTo("SELECT things.id FROM things WHERE MOD(things.id, ?) = ? ORDER BY things.id"
                        + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY");
        assertThat(select(literal(1).label("one")).toSql(Oddity.dialect())).isEqualTo("SELECT ? AS one FROM DUAL");
        assertThat(new DdlElement.CreateTable(things).toSql(Oddity.dialect())).contains("price DECIMAL(18, 4)");
    }

    @Test
    void itRefusesWhatItLacksByName() {
        assertThatThrownBy(() -> things.delete().returning(things.c("id")).toSql(Oddity.dialect()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("oddity");
    }
}

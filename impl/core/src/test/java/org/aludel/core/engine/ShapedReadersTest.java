package org.aludel.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aludel.core.types.Decimals;
import org.aludel.core.types.Doubles;
import org.aludel.core.types.Integers;
import org.aludel.core.types.Longs;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ENG-07")
class ShapedReadersTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 2, 3, 4);

    private static ColumnReaders readers(int columns) {
        TypeHandler<?>[] kinds = {new Integers(), new Strings(), new Longs(), new Decimals(), new Doubles()};
        TypeHandler<?>[] handlers = new TypeHandler<?>[columns];
        for (int i = 0; i < columns; i++) {
            handlers[i] = kinds[i % kinds.length];
        }
        return new ColumnReaders(handlers);
    }

    /** A row whose values tell their column; NULL where the column's number is a multiple of the given one. */
    private static ResultSet row(int nullEach) {
        boolean[] wasNull = {false};
        return (ResultSet) Proxy.newProxyInstance(
                ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("wasNull")) {
                        return wasNull[0];
                    }
                    int column = (Integer) arguments[0];
                    wasNull[0] = column % nullEach == 0;
                    return value(method.getName(), column, wasNull[0]);
                });
    }

    private static @Nullable Object value(String getter, int column, boolean isNull) throws SQLException {
        int number = isNull ? 0 : column;
        return switch (getter) {
            case "getInt" -> number;
            case "getLong" -> (long) number;
            case "getDouble" -> (double) number;
            case "getString" -> isNull ? null : "text " + column;
            case "getBigDecimal" -> isNull ? null : BigDecimal.valueOf(column);
            case "getObject" -> isNull ? null : TIME;
            default -> throw new SQLException(getter);
        };
    }

    private static ColumnReaders shaped(ColumnReaders readers) {
        readers.wereRead(10_000);
        return readers.quickest();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 15, 16, 17, 40})
    void aCopyReadsWhatItsTemplateReads(int columns) throws SQLException {
        ColumnReaders common = readers(columns);
        ColumnReaders own = shaped(common);
        assertThat(own).isNotSameAs(common);
        assertThat(own.getClass().isHidden()).isTrue();
        assertThat(own.size()).isEqualTo(columns);
        for (int nullEach : new int[] {2, 3, 1000}) {
            assertThat(own.read(row(nullEach))).containsExactly(common.read(row(nullEach)));
            for (int i = 0; i < columns; i++) {
                assertThat(own.read(row(nullEach), i)).isEqualTo(common.read(row(nullEach), i));
            }
        }
    }

    @Test
    void eachStatementHasItsOwnCopy() throws SQLException {
        ColumnReaders two = shaped(readers(2));
        ColumnReaders three = shaped(readers(3));
        assertThat(two.getClass()).isNotSameAs(three.getClass());
        assertThat(two.read(row(1000))).hasSize(2);
        assertThat(three.read(row(1000))).hasSize(3);
    }

    @Test
    void fewRowsAreReadByTheCommonClass() {
        ColumnReaders readers = readers(3);
        readers.wereRead(9_999);
        assertThat(readers.quickest()).isSameAs(readers);
        readers.wereRead(1);
        ColumnReaders own = readers.quickest();
        assertThat(own).isNotSameAs(readers);
        own.wereRead(1_000_000);
        assertThat(own.quickest()).isSameAs(own);
        assertThat(readers.quickest()).isSameAs(own);
    }

    @Test
    void nothingIsMadeForRowsWithoutColumns() {
        ColumnReaders none = readers(0);
        none.wereRead(1_000_000);
        assertThat(none.quickest()).isSameAs(none);
    }

    @Test
    void errorsOfTheDriverComeThrough() {
        ResultSet broken = (ResultSet) Proxy.newProxyInstance(
                ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    throw new SQLException("gone", "08006");
                });
        ColumnReaders own = shaped(readers(2));
        assertThatThrownBy(() -> own.read(broken))
                .isInstanceOf(SQLException.class)
                .hasMessage("gone");
    }

    @Test
    void threadsThatCountTogetherAllReadRight() throws Exception {
        ColumnReaders readers = readers(6);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object[]>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                work.add(() -> {
                    ColumnReaders used = readers.quickest();
                    Object[] values = used.read(row(1000));
                    used.wereRead(100);
                    return values;
                });
            }
            Object[] expected = readers.read(row(1000));
            for (Future<Object[]> done : threads.invokeAll(work)) {
                assertThat(done.get()).containsExactly(expected);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(readers.quickest()).isNotSameAs(readers);
    }

    @Test
    void whereNoClassCanBeMadeTheCommonOneReads() {
        assertThat(HiddenCopy.of(Thread.State.class, Runnable.class, "data")).isNull();
    }
}

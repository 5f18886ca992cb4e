package org.aludel.dialects.mssql;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aludel.core.compiler.Compiled;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values for identity columns, seen at a driver that notes what it is told. */
@Tag("DIA-08")
class IdentityInsertTest {

    private final List<String> told = new ArrayList<>();
    private final Table users =
            new MetaData().table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));
    private boolean fails;

    @SuppressWarnings("unchecked")
    private <T> T driver(Class<T> type) {
        return (T) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (p, method, arguments) -> {
                    switch (method.getName()) {
                        case "getConnection":
                            return driver(Connection.class);
                        case "createStatement":
                            return driver(Statement.class);
                        case "execute":
                            told.add(arguments == null ? "the insert" : (String) arguments[0]);
                            if (arguments == null && fails) {
                                throw new SQLException("no");
                            }
                            return false;
                        default:
                            return null;
                    }
                });
    }

    private PreparedStatement prepared(String... columns) throws SQLException {
        Compiled compiled = SqlServer.dialect().compile(users.insert(), List.of(columns), null);
        return SqlServer.dialect().writing(driver(PreparedStatement.class), compiled);
    }

    @Test
    void isSwitchedOnForTheTimeOfTheInsert() throws SQLException {
        prepared("id", "name").execute();

        assertThat(told).containsExactly("SET IDENTITY_INSERT users ON", "the insert", "SET IDENTITY_INSERT users OFF");
    }

    @Test
    void isSwitchedOffAfterAFailureToo() {
        fails = true;

        assertThatThrownBy(() -> prepared("id", "name").execute()).hasMessage("no");
        assertThat(told).last().isEqualTo("SET IDENTITY_INSERT users OFF");
    }

    @Test
    void isLeftAloneWhereTheDatabaseGeneratesTheKey() throws SQLException {
        prepared("name").execute();

        assertThat(told).containsExactly("the insert");
    }
}

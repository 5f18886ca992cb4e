package org.aludel.dialects.oracle;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import oracle.jdbc.OraclePreparedStatement;
import org.aludel.core.compiler.BindSlot;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RETURNING INTO, seen at a driver that notes what it is told. */
@Tag("DIA-07")
class ReturnedRowsTest {

    private final List<String> told = new ArrayList<>();
    private final Table users =
            new MetaData().table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));

    @SuppressWarnings("unchecked")
    private <T> T driver(Class<T> type) {
        return (T) Proxy.newProxyInstance(
                OraclePreparedStatement.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    told.add(method.getName() + (arguments == null ? "" : List.of(arguments)));
                    return switch (method.getName()) {
                        case "unwrap" -> proxy;
                        case "getConnection" -> driver(Connection.class);
                        case "getMetaData" -> driver(DatabaseMetaData.class);
                        case "getReturnResultSet" -> driver(ResultSet.class);
                        case "execute" -> false;
                        default -> null;
                    };
                });
    }

    @Test
    void keysComeOutThroughAParameter() {
        assertThat(Oracle.dialect()
                        .compile(users.insert(), List.of("name"), null)
                        .sql())
                .isEqualTo("INSERT INTO users (name) VALUES (?) RETURNING users.id INTO ?");
    }

    @Test
    void theParameterIsRegisteredAndTheRowsAreTheDrivers() throws Exception {
        Compiled compiled = Oracle.dialect().compile(users.insert(), List.of("name"), null);
        PreparedStatement statement = Oracle.dialect().writing(driver(OraclePreparedStatement.class), compiled);
        BindSlot[] slots = compiled.binds();
        slots[1].handler().bind(statement, 2, null);

        assertThat(statement.execute()).isTrue();
        assertThat(statement.getResultSet()).isNotNull();
        assertThat(told).contains("registerReturnParameter[2, " + Types.NUMERIC + "]", "execute", "getReturnResultSet");
    }

    @Test
    void keysCanBeLeftToTheDriver() {
        CoreDialect plain = Oracle.dialect(s -> s.implicitReturning(false));

        assertThat(plain.compile(users.insert(), List.of("name"), null).sql())
                .isEqualTo("INSERT INTO users (name) VALUES (?)");
    }
}

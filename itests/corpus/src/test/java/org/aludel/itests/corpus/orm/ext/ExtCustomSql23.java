package org.aludel.itests.corpus.orm.ext;

import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.STRING;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.CustomNode;
import org.aludel.types.Type;

/** A custom SQL construct used in an ORM query. */
@ScenarioId("ext.custom-sql-23")
final class ExtCustomSql23 extends Scenario {

    record Coalesce2(List<Expr<?>> clauses) implements Expr<String>, CustomNode {

        static Coalesce2 of(Expr<String> expression, String otherwise) {
            return new Coalesce2(List.of(expression, literal(otherwise)));
        }

        @Override
        public Type<String> type() {
            return STRING;
        }

        @Override
        public void render(Rendering sql) {
            sql.append(sql.dialect().equals("postgresql") ? "pg_coalesce(" : "coalesce(")
                    .list(clauses)
                    .append(")");
        }

        @Override
        public void forEachChild(Consumer<? super Node> action) {
            clauses.forEach(action);
        }
    }

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> s.query(ExtCustomSql23_User_.id, Coalesce2.of(ExtCustomSql23_User_.password, "none"))
                .orderBy(ExtCustomSql23_User_.id)
                .all());
        step(() -> {
            Table users = sessions.metaData().table("users");
            Column<String> password = users.c("password");
            // the recording's driver names parameters, JDBC does not
            return select(Coalesce2.of(password, "none").label("coalesce2_1"))
                    .toSql(PostgreSql.dialect())
                    .replace("?", "%(coalesce2_2)s");
        });
        step(() -> {
            u = s.get(User.class, 10);
            s.set(u, ExtCustomSql23_User_.password, Coalesce2.of(ExtCustomSql23_User_.name, "zz"));
            s.flush();
            return u.password;
        });
    }
}

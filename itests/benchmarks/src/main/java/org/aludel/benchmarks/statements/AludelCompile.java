package org.aludel.benchmarks.statements;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.dialects.h2.H2;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Select;
import org.aludel.sql.TableAlias;

/** Builds and compiles a select of four tables with a subquery and five predicates, without any cache. */
final class AludelCompile implements Subject {

    private static final MetaData METADATA = new MetaData();
    private static final Table USERS = METADATA.table(
            "users", column("id", INTEGER).primaryKey(), column("name", string(50)), column("age", INTEGER));
    private static final Table ADDRESSES = METADATA.table(
            "addresses",
            column("id", INTEGER).primaryKey(),
            column("user_id", INTEGER).references("users.id"),
            column("email", string(60)),
            column("city", string(60)));
    private static final Column<Integer> ID = USERS.c("id");
    private static final Column<String> NAME = USERS.c("name");
    private static final Column<Integer> AGE = USERS.c("age");
    private static final TableAlias FIRST = ADDRESSES.as("a");
    private static final TableAlias SECOND = ADDRESSES.as("b");
    private static final TableAlias OTHERS = USERS.as("p");
    private static final TableAlias SUB = ADDRESSES.as("s");
    private static final Column<Integer> FIRST_USER = FIRST.c("user_id");
    private static final Column<String> FIRST_EMAIL = FIRST.c("email");
    private static final Column<Integer> SECOND_USER = SECOND.c("user_id");
    private static final Column<String> SECOND_CITY = SECOND.c("city");
    private static final Column<Integer> OTHER_ID = OTHERS.c("id");
    private static final Column<Integer> OTHER_AGE = OTHERS.c("age");
    private static final Column<String> OTHER_NAME = OTHERS.c("name");
    private static final Column<Integer> SUB_USER = SUB.c("user_id");
    private static final Column<String> SUB_CITY = SUB.c("city");

    private final CoreDialect dialect = H2.dialect();
    private int call;

    /** The statement, with another value at each call. */
    Select build() {
        int n = call++;
        return select(ID, NAME, FIRST_EMAIL, SECOND_CITY, OTHER_NAME)
                .from(USERS)
                .join(FIRST, FIRST_USER.eq(ID))
                .join(OTHERS, OTHER_AGE.eq(AGE))
                .leftJoin(SECOND, SECOND_USER.eq(OTHER_ID).and(SECOND_CITY.eq("Paris")))
                .where(
                        AGE.gt(n),
                        NAME.like("a%"),
                        FIRST_EMAIL.isNotNull(),
                        OTHER_NAME.ne("x"),
                        OTHER_ID.in(select(SUB_USER).where(SUB_CITY.eq("Rome"))))
                .orderBy(ID, FIRST.c("id"))
                .limit(10);
    }

    String sql() {
        return dialect.compile(build(), List.of(), null).sql();
    }

    @Override
    public long run() {
        return sql().length();
    }
}

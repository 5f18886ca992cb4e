package org.aludel.benchmarks.statements;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Builds and renders the same statement with jOOQ. */
public final class JooqCompile implements Subject {

    private static final Table<?> USERS = table(name("users"));
    private static final Table<?> ADDRESSES = table(name("addresses"));
    private static final Table<?> FIRST = ADDRESSES.as("a");
    private static final Table<?> SECOND = ADDRESSES.as("b");
    private static final Table<?> OTHERS = USERS.as("p");
    private static final Table<?> SUB = ADDRESSES.as("s");
    private static final Field<Integer> ID = field(name("users", "id"), Integer.class);
    private static final Field<String> NAME = field(name("users", "name"), String.class);
    private static final Field<Integer> AGE = field(name("users", "age"), Integer.class);
    private static final Field<Integer> FIRST_ID = field(name("a", "id"), Integer.class);
    private static final Field<Integer> FIRST_USER = field(name("a", "user_id"), Integer.class);
    private static final Field<String> FIRST_EMAIL = field(name("a", "email"), String.class);
    private static final Field<Integer> SECOND_USER = field(name("b", "user_id"), Integer.class);
    private static final Field<String> SECOND_CITY = field(name("b", "city"), String.class);
    private static final Field<Integer> OTHER_ID = field(name("p", "id"), Integer.class);
    private static final Field<Integer> OTHER_AGE = field(name("p", "age"), Integer.class);
    private static final Field<String> OTHER_NAME = field(name("p", "name"), String.class);
    private static final Field<Integer> SUB_USER = field(name("s", "user_id"), Integer.class);
    private static final Field<String> SUB_CITY = field(name("s", "city"), String.class);

    private final DSLContext context;
    private int call;

    /** Silences the logo. */
    public JooqCompile() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        context = DSL.using(SQLDialect.H2, new Settings());
    }

    /** The text, rendered anew. */
    public String sql() {
        int n = call++;
        return context.render(select(ID, NAME, FIRST_EMAIL, SECOND_CITY, OTHER_NAME)
                .from(USERS)
                .join(FIRST)
                .on(FIRST_USER.eq(ID))
                .join(OTHERS)
                .on(OTHER_AGE.eq(AGE))
                .leftJoin(SECOND)
                .on(SECOND_USER.eq(OTHER_ID).and(SECOND_CITY.eq("Paris")))
                .where(
                        AGE.gt(n),
                        NAME.like("a%"),
                        FIRST_EMAIL.isNotNull(),
                        OTHER_NAME.ne("x"),
                        OTHER_ID.in(select(SUB_USER).from(SUB).where(SUB_CITY.eq("Rome"))))
                .orderBy(ID, FIRST_ID)
                .limit(10));
    }

    @Override
    public long run() {
        return sql().length();
    }
}

package org.aludel.benchmarks.jooq;

import javax.sql.DataSource;
import org.aludel.benchmarks.startup.Startup;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ, which has no classes to make ready either: it takes the name of the row. */
public final class JooqStartup implements Startup {

    @Override
    public String peer() {
        return "jooq";
    }

    @Override
    public int first(DataSource source) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Table<?> items = DSL.table("item20");
        Field<String> name = DSL.field("name", SQLDataType.VARCHAR(50));
        Record1<String> row = DSL.using(source, SQLDialect.DEFAULT, new Settings().withExecuteLogging(false))
                .select(name)
                .from(items)
                .where(DSL.field("id", SQLDataType.INTEGER).eq(1))
                .fetchOne();
        return row == null ? 0 : row.value1().length();
    }
}

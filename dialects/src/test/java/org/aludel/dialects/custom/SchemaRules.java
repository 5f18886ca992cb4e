package org.aludel.dialects.custom;

import org.aludel.sql.Compiles;
import org.aludel.sql.spi.CompileRuleSource;
import org.aludel.sql.spi.CustomNode.Rendering;

/** How views are made and columns altered; found by the service loader. */
public final class SchemaRules implements CompileRuleSource {

    @Compiles(AlterColumn.class)
    public void alter(AlterColumn alter, Rendering sql) {
        begin(alter, sql, " ALTER COLUMN ").append(" SET DATA TYPE ").type(alter.type());
    }

    @Compiles(value = AlterColumn.class, dialect = "postgresql")
    public void alterOnPostgreSql(AlterColumn alter, Rendering sql) {
        begin(alter, sql, " ALTER COLUMN ").append(" TYPE ").type(alter.type());
    }

    @Compiles(value = AlterColumn.class, dialect = "mysql")
    public void alterOnMySql(AlterColumn alter, Rendering sql) {
        begin(alter, sql, " MODIFY ").append(" ").type(alter.type());
    }

    private static Rendering begin(AlterColumn alter, Rendering sql, String words) {
        return sql.append("ALTER TABLE ")
                .append(alter.table())
                .append(words)
                .name(alter.column().name());
    }

    @Compiles(CreateView.class)
    public void create(CreateView view, Rendering sql) {
        sql.append("CREATE VIEW ").name(view.name()).append(" AS ").withLiterals(view.select());
    }

    @Compiles(value = CreateView.class, dialect = "postgresql")
    public void createOnPostgreSql(CreateView view, Rendering sql) {
        sql.append("CREATE MATERIALIZED VIEW ").name(view.name()).append(" AS ").withLiterals(view.select());
    }
}

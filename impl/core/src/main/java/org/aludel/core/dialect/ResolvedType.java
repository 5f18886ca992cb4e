package org.aludel.core.dialect;

import org.aludel.sql.Dialect;
import org.aludel.types.CustomType;
import org.aludel.types.TypeFamily;

/** A type that spelled itself for a dialect. */
record ResolvedType(String sql, String castSql, TypeFamily family) implements CustomType<Object> {

    @Override
    public Class<Object> javaType() {
        return Object.class;
    }

    @Override
    public String sql(Dialect dialect) {
        return sql;
    }
}

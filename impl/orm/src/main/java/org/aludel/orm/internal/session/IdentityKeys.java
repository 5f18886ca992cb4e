package org.aludel.orm.internal.session;

import java.util.List;
import org.aludel.engine.Row;
import org.aludel.orm.IdentityKey;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.jspecify.annotations.Nullable;

/** The keys that programs see, and those that the identity map works with. */
final class IdentityKeys {

    private IdentityKeys() {}

    static IdentityKey of(EntityKey key) {
        List<?> values = key.value() instanceof List<?> parts ? parts : List.of(key.value());
        return new IdentityKey(key.root().type(), values, key.token());
    }

    /** The key of the object that a row of a class's table is. */
    static IdentityKey ofRow(EntityMapper mapper, Row row) {
        ColumnAttribute[] parts = mapper.primaryKey();
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(parts[i].column().name());
        }
        return of(mapper.key(values));
    }

    static EntityKey inner(MapperRegistry registry, IdentityKey key) {
        EntityKey known = registry.mapper(key.type()).key(key.values().toArray());
        String token = key.token();
        return token == null ? known : known.in(token);
    }
}

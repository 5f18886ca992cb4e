package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.core.engine.RowSource;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;

/** Completes objects of a subclass by their keys, 500 at a time. */
final class SubclassByKeys implements RelatedStatement {

    private static final int PORTION = 500;

    private final EntityMapper mapper;
    private final KeyedSelect select;

    SubclassByKeys(MapperRegistry registry, EntityMapper mapper, OptionScope options, LoadPath path) {
        this.mapper = mapper;
        this.select = KeyedSelect.ofObjects(registry, mapper, options, path);
    }

    @Override
    public void load(LoadContext outer, List<Object> objects) {
        DefaultSession session = outer.session;
        boolean overwriting = outer.isOverwriting();
        List<Object[]> wanted = new ArrayList<>(objects.size());
        for (Object object : objects) {
            EntityState state = EntityState.of(object);
            EntityKey key = state == null ? null : state.key();
            if (state != null && key != null && (overwriting || state.hasUnloadedColumns())) {
                Object[] values = new Object[mapper.primaryKey().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = key.part(i);
                }
                wanted.add(values);
            }
        }
        LoadContext context = select.context(outer);
        for (int from = 0; from < wanted.size(); from += PORTION) {
            List<Object[]> portion = wanted.subList(from, Math.min(wanted.size(), from + PORTION));
            try (RowSource rows = select.open(outer, portion)) {
                while (rows.next()) {
                    Objects.requireNonNull(select.read(rows, context));
                }
            }
        }
        context.finish();
    }
}

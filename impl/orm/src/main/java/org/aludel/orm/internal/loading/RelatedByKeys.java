package org.aludel.orm.internal.loading;

import java.util.List;
import org.aludel.core.engine.RowSource;
import org.aludel.orm.internal.mapping.RelationAttribute;

/**
 * Loads one relation of many owners, by the owners' keys, 500 at a time; for a portion of a stream, which seldom has more,
 * a thousand. References to objects that the session has cost no statement.
 */
final class RelatedByKeys implements RelatedStatement {

    private static final int PORTION = 500;
    private static final int STREAMED = 1_000;

    private final RelationAttribute relation;
    private final KeyedSelect select;
    private final AnswerSizes sizes = new AnswerSizes();

    RelatedByKeys(RelationAttribute relation, KeyedSelect select) {
        this.relation = relation;
        this.select = select;
    }

    @Override
    public void load(LoadContext outer, List<Object> owners) {
        OwnersByKey byKey = OwnersByKey.of(relation, outer, owners, !select.isNarrowing(), select.mayRepeat());
        if (byKey.isEmpty()) {
            return;
        }
        List<Object[]> wanted = byKey.keys();
        // one context for all portions, so that what follows from them is not loaded portion by portion
        LoadContext context = select.context(outer);
        int most = outer.isStreaming() && select.takesAnyNumber() ? STREAMED : PORTION;
        context.identityMap.presize(sizes.expected());
        int read = 0;
        for (int from = 0; from < wanted.size(); from += most) {
            List<Object[]> portion = wanted.subList(from, Math.min(wanted.size(), from + most));
            try (RowSource rows = select.open(outer, portion)) {
                while (rows.next()) {
                    byKey.add(select.key(rows), select.read(rows, context));
                    read++;
                }
            }
        }
        sizes.note(read);
        context.finish();
        byKey.store();
    }
}

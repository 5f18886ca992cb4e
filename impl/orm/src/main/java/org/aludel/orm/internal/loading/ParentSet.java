package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects whose relation a further statement will bring, each once. */
final class ParentSet {

    private final ArrayList<Object> parents = new ArrayList<>();
    private @Nullable Set<Object> index;

    /** @param isNew whether the object can't have come before */
    void add(Object parent, boolean isNew) {
        if (!isNew) {
            Set<Object> known = index;
            if (known == null) {
                known = Collections.newSetFromMap(new IdentityHashMap<>());
                known.addAll(parents);
                index = known;
            }
            if (!known.add(parent)) {
                return;
            }
        } else if (index != null) {
            index.add(parent);
        }
        parents.add(parent);
    }

    List<Object> parents() {
        return parents;
    }
}

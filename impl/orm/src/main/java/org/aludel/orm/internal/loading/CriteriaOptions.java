package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.core.cache.BoundedCache;
import org.aludel.orm.LoadOption;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;

/**
 * Options in which criteria for a superclass or interface have become criteria for mapped classes. Those of a session are
 * kept, so that statements which were made for them are found again.
 */
public final class CriteriaOptions {

    private final BoundedCache<Object, List<LoadOption>> known = new BoundedCache<>(100);

    /** Options that come again and again: their conditions are asked for once. */
    public List<LoadOption> kept(MapperRegistry registry, List<LoadOption> options) {
        if (!holdCriteria(options)) {
            return options;
        }
        List<LoadOption> found = known.get(options);
        return found != null ? found : known.putIfAbsent(options, resolved(registry, options));
    }

    /** Options of one query: their conditions are asked for now. */
    public static List<LoadOption> resolved(MapperRegistry registry, List<LoadOption> options) {
        if (!holdCriteria(options)) {
            return options;
        }
        List<LoadOption> resolved = new ArrayList<>();
        for (LoadOption option : options) {
            if (option.kind() != LoadOption.Kind.CRITERIA) {
                resolved.add(option.withNested(resolved(registry, option.nested())));
                continue;
            }
            for (EntityMapper mapper : registry.topmost(option.classes().get(0))) {
                resolved.add(option.forClass(mapper.type()));
            }
        }
        return List.copyOf(resolved);
    }

    private static boolean holdCriteria(List<LoadOption> options) {
        for (LoadOption option : options) {
            if (option.kind() == LoadOption.Kind.CRITERIA || holdCriteria(option.nested())) {
                return true;
            }
        }
        return false;
    }
}

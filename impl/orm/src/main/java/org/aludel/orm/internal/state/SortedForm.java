package org.aludel.orm.internal.state;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The order of a sorted set. Of members that compare as equal the first stays, as in any sorted set. */
final class SortedForm implements Form {

    final TreeSet<Object> sorted;

    SortedForm(@Nullable Comparator<Object> order) {
        sorted = new TreeSet<>(order);
    }

    @Override
    public boolean admits(Object member) {
        return !sorted.contains(member);
    }

    @Override
    public void added(Object member, List<Object> items) {
        sorted.add(member);
    }

    @Override
    public void removed(Object member, List<Object> items) {
        if (sorted.size() != items.size() + 1 || !sorted.remove(member) || sorted.size() != items.size()) {
            // what a member is compared by has changed since it was added
            sorted.clear();
            sorted.addAll(items);
        }
    }

    @Override
    public List<Object> loaded(List<Object> items) {
        sorted.clear();
        items.removeIf(member -> !sorted.add(member));
        return items;
    }
}

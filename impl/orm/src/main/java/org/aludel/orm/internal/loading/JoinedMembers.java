package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** The members of one joined collection, by owner, while rows come in. The rows of an owner are mostly neighbours. */
final class JoinedMembers {

    private final IdentityHashMap<Object, Group> groups = new IdentityHashMap<>();
    private final List<Group> order = new ArrayList<>();
    private @Nullable Group latest;

    /** The members of one owner. */
    static final class Group {

        private static final int SCANNED = 8;

        private final Object owner;
        private final @Nullable EntityState state;
        private final boolean wanted;
        private final boolean repeating;
        private final ArrayList<Object> members = new ArrayList<>();
        private @Nullable Set<Object> index;

        Group(Object owner, @Nullable EntityState state, boolean wanted) {
            this(owner, state, wanted, true);
        }

        /** @param repeating whether several rows may bring one member */
        Group(Object owner, @Nullable EntityState state, boolean wanted, boolean repeating) {
            this.owner = owner;
            this.state = state;
            this.wanted = wanted;
            this.repeating = repeating;
        }

        /** Adds a member once; joins of the program may repeat rows. */
        void add(@Nullable Object member) {
            if (member != null && wanted && (!repeating || !has(member))) {
                members.add(member);
                if (index != null) {
                    index.add(member);
                }
            }
        }

        private boolean has(Object member) {
            int size = members.size();
            if (size <= SCANNED) {
                for (int i = size - 1; i >= 0; i--) {
                    if (members.get(i) == member) {
                        return true;
                    }
                }
                return false;
            }
            Set<Object> known = index;
            if (known == null) {
                known = Collections.newSetFromMap(new IdentityHashMap<>());
                known.addAll(members);
                index = known;
            }
            return known.contains(member);
        }

        Object owner() {
            return owner;
        }

        EntityState state() {
            return Objects.requireNonNull(state, "the top of a statement stands for no state");
        }

        boolean isWanted() {
            return wanted;
        }

        List<Object> members() {
            return members;
        }
    }

    @Nullable
    Group of(Object owner) {
        Group recent = latest;
        if (recent != null && recent.owner == owner) {
            return recent;
        }
        Group found = groups.get(owner);
        if (found != null) {
            latest = found;
        }
        return found;
    }

    Group begin(Object owner, EntityState state, boolean wanted) {
        Group group = new Group(owner, state, wanted);
        groups.put(owner, group);
        order.add(group);
        latest = group;
        return group;
    }

    void forEach(Consumer<Group> action) {
        order.forEach(action);
    }
}

package org.aludel.orm.internal.state;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.aludel.orm.instrument.CollectionLink;
import org.aludel.orm.instrument.InstrumentedCollection;
import org.aludel.orm.internal.mapping.CollectionRoles;
import org.jspecify.annotations.Nullable;

/** Connects an object of a program's own collection class with the members that are tracked. */
final class CustomCollection extends CollectionLink implements TrackedCollection<Object>, Form {

    private final Object collection;
    private final CollectionRoles roles;
    private final Members members;

    /** Set while the mapper itself calls the program's methods. */
    private boolean silent;

    /** Set while a method of the program runs that stores or drops the member itself. */
    private boolean byProgram;

    CustomCollection(Object collection, CollectionRoles roles, Members members) {
        this.collection = collection;
        this.roles = roles;
        this.members = members;
        ((InstrumentedCollection) collection).$aludel_link(this);
        members.form(this);
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public Object inField() {
        return collection;
    }

    @Override
    public void release() {
        ((InstrumentedCollection) collection).$aludel_link(null);
        members.release();
    }

    /** What is in an object of a collection class. */
    static List<Object> contents(Object collection, CollectionRoles roles) {
        List<Object> found = new ArrayList<>();
        Iterator<?> each = roles.iterator(collection);
        while (each.hasNext()) {
            found.add(each.next());
        }
        return found;
    }

    // ---- what the program does by its own methods

    @Override
    protected @Nullable Object adding(@Nullable Object member) {
        if (silent) {
            return member;
        }
        boolean before = byProgram;
        byProgram = true;
        try {
            members.add(member);
            List<Object> now = members.inMemory();
            return member != null && members.contains(member) || now.isEmpty() ? member : now.get(now.size() - 1);
        } finally {
            byProgram = before;
        }
    }

    @Override
    protected void removing(@Nullable Object member) {
        if (silent) {
            return;
        }
        boolean before = byProgram;
        byProgram = true;
        try {
            members.remove(member);
        } finally {
            byProgram = before;
        }
    }

    // ---- what the mapper does

    @Override
    public void added(Object member, List<Object> items) {
        if (byProgram) {
            byProgram = false;
        } else if (!silent) {
            quietly(() -> roles.append(collection, member));
        }
    }

    @Override
    public void removed(Object member, List<Object> items) {
        if (byProgram) {
            byProgram = false;
        } else if (!silent) {
            quietly(() -> roles.remove(collection, member));
        }
    }

    @Override
    public List<Object> loaded(List<Object> items) {
        quietly(() -> {
            List<Object> present = contents(collection, roles);
            if (!IdentityOf.sameSequence(present, items)) {
                present.forEach(member -> roles.remove(collection, member));
                items.forEach(member -> roles.append(collection, member));
            }
        });
        return items;
    }

    private void quietly(Runnable action) {
        boolean before = silent;
        silent = true;
        try {
            action.run();
        } finally {
            silent = before;
        }
    }
}

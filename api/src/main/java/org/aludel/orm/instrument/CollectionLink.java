package org.aludel.orm.instrument;

import org.jspecify.annotations.Nullable;

/** What connects a collection of a program's own class with the object that has it. Enhanced code calls the static methods. */
public abstract class CollectionLink {

    /** Only the mapper makes them. */
    protected CollectionLink() {}

    /** A member is about to be added; gives the one to take. */
    protected abstract @Nullable Object adding(@Nullable Object member);

    /** A member is about to be removed. */
    protected abstract void removing(@Nullable Object member);

    /** Called at the begin of a method that adds. */
    public static @Nullable Object adding(InstrumentedCollection collection, @Nullable Object member) {
        CollectionLink link = collection.$aludel_link();
        return link == null ? member : link.adding(member);
    }

    /** Called at the begin of a method that removes. */
    public static void removing(InstrumentedCollection collection, @Nullable Object member) {
        CollectionLink link = collection.$aludel_link();
        if (link != null) {
            link.removing(member);
        }
    }
}

package org.aludel.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection is about to be assigned. The list may be changed: it then holds what is assigned. {@link CollectionAppend}
 * follows for members that are new, {@link CollectionRemove} for those that are gone.
 *
 * @since 0.1
 */
public final class BulkReplace implements AttributeEvent {

    private final Object target;
    private final String attribute;
    private final Initiator initiator;
    private final List<@Nullable Object> values;

    /** Made where the attribute changes. */
    public BulkReplace(Object target, String attribute, List<@Nullable Object> values, Initiator initiator) {
        this.target = target;
        this.attribute = attribute;
        this.values = values;
        this.initiator = initiator;
    }

    @Override
    public Object target() {
        return target;
    }

    @Override
    public String attribute() {
        return attribute;
    }

    @Override
    public Initiator initiator() {
        return initiator;
    }

    /** What is assigned; may be changed. */
    public List<@Nullable Object> values() {
        return values;
    }
}

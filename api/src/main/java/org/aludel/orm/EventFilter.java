package org.aludel.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which events a handler is told of, and how. Immutable; methods return another filter.
 *
 * <pre>{@code
 * sessions.on(AttributeSet.class, EventFilter.of(User_.name).activeHistory(), e -> log(e.oldValue(), e.value()));
 * sessions.on(BeforeInsert.class, EventFilter.of(Employee.class).thisClassOnly(), e -> ...);
 * }</pre>
 *
 * @since 0.1
 */
public final class EventFilter {

    private static final EventFilter ALL = new EventFilter(Object.class, null, 0);

    private static final int THIS_CLASS_ONLY = 1;
    private static final int ONCE = 2;
    private static final int FIRST = 4;
    private static final int ACTIVE_HISTORY = 8;

    private final Class<?> type;
    private final @Nullable String attribute;
    private final int options;

    private EventFilter(Class<?> type, @Nullable String attribute, int options) {
        this.type = Objects.requireNonNull(type, "type");
        this.attribute = attribute;
        this.options = options;
    }

    /** Everything. */
    public static EventFilter all() {
        return ALL;
    }

    /** Events of objects of a class and its subclasses. */
    public static EventFilter of(Class<?> type) {
        return new EventFilter(type, null, 0);
    }

    /** Events of an attribute of a class and its subclasses. */
    public static EventFilter of(Class<?> type, String attribute) {
        return new EventFilter(type, Objects.requireNonNull(attribute, "attribute"), 0);
    }

    /** Events of an attribute. */
    public static EventFilter of(Attribute<?, ?> attribute) {
        return of(attribute.owner(), attribute.name());
    }

    /** Events of a relation. */
    public static EventFilter of(Relation<?, ?> relation) {
        return of(relation.owner(), relation.name());
    }

    /** Leaves out objects of subclasses. */
    public EventFilter thisClassOnly() {
        return with(THIS_CLASS_ONLY);
    }

    /** The handler is removed when it was called. */
    public EventFilter once() {
        return with(ONCE);
    }

    /** The handler is called before those that are registered already. */
    public EventFilter first() {
        return with(FIRST);
    }

    /** The old value is loaded before an attribute is assigned. */
    public EventFilter activeHistory() {
        return with(ACTIVE_HISTORY);
    }

    /** The same filter for objects of another class. */
    public EventFilter within(Class<?> other) {
        return new EventFilter(other, attribute, options);
    }

    private EventFilter with(int option) {
        return new EventFilter(type, attribute, options | option);
    }

    /** The class; {@code Object} for all. */
    public Class<?> type() {
        return type;
    }

    /** The attribute's name, or null for all. */
    public @Nullable String attribute() {
        return attribute;
    }

    /** Whether {@link #thisClassOnly()} was said. */
    public boolean isThisClassOnly() {
        return (options & THIS_CLASS_ONLY) != 0;
    }

    /** Whether {@link #once()} was said. */
    public boolean isOnce() {
        return (options & ONCE) != 0;
    }

    /** Whether {@link #first()} was said. */
    public boolean isFirst() {
        return (options & FIRST) != 0;
    }

    /** Whether {@link #activeHistory()} was said. */
    public boolean isActiveHistory() {
        return (options & ACTIVE_HISTORY) != 0;
    }

    /** Whether an object of a class is meant. */
    public boolean admits(Class<?> candidate) {
        return isThisClassOnly() ? candidate == type : type.isAssignableFrom(candidate);
    }

    @Override
    public String toString() {
        return type.getSimpleName() + (attribute == null ? "" : "." + attribute);
    }
}

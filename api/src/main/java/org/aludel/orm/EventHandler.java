package org.aludel.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A handler with the events it is told of.
 *
 * @param <E> type of the events
 * @param type class of the events; a supertype hears all its subtypes
 * @param filter which of them
 * @param handler what is called
 * @since 0.1
 */
public record EventHandler<E extends OrmEvent>(Class<E> type, EventFilter filter, Consumer<? super E> handler) {

    public EventHandler {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(handler, "handler");
    }

    /** The same handler for objects of another class. */
    public EventHandler<E> within(Class<?> other) {
        return new EventHandler<>(type, filter.within(other), handler);
    }

    /**
     * The handlers that make a validator of a function.
     *
     * @param type the mapped class
     * @param attribute the attribute
     * @param includeRemoves whether members that leave a collection are given too
     * @param includeBackrefs whether changes are given that come from the other side of a relation
     */
    @SuppressWarnings("unchecked")
    public static <T, V> List<EventHandler<?>> ofValidator(
            Class<? extends T> type,
            String attribute,
            AttributeValidator<? super T, V> validator,
            boolean includeRemoves,
            boolean includeBackrefs) {
        EventFilter filter = EventFilter.of(type, attribute);
        List<EventHandler<?>> handlers = new ArrayList<>();
        handlers.add(new EventHandler<>(AttributeSet.class, filter, event -> {
            if (includeBackrefs || !event.isBackref()) {
                event.replace(validator.validate(type.cast(event.target()), attribute, (V) event.value(), false));
            }
        }));
        handlers.add(new EventHandler<>(CollectionAppend.class, filter, event -> {
            // an assigned collection was given as a whole
            if (!(event.isBulk() && !event.isBackref()) && (includeBackrefs || !event.isBackref())) {
                event.replace(validator.validate(type.cast(event.target()), attribute, (V) event.value(), false));
            }
        }));
        handlers.add(new EventHandler<>(BulkReplace.class, filter, event -> {
            T target = type.cast(event.target());
            event.values().replaceAll(value -> validator.validate(target, attribute, (V) value, false));
        }));
        if (includeRemoves) {
            handlers.add(new EventHandler<>(CollectionRemove.class, filter, event -> {
                if (includeBackrefs || !event.isBackref()) {
                    validator.validate(type.cast(event.target()), attribute, (V) event.value(), true);
                }
            }));
        }
        return handlers;
    }
}

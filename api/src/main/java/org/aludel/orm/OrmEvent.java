package org.aludel.orm;

/**
 * Something that happens to objects, attributes, mappings or sessions, and that handlers are told of.
 *
 * <p>Handlers are lambdas or methods of a listener object; they run on the thread where the event happens, in the order
 * in which they were registered, and before the call that caused the event returns. An exception of a handler comes out
 * of that call unchanged.
 *
 * @see SessionFactory#on(Class, java.util.function.Consumer)
 * @see Listens
 * @since 0.1
 */
public interface OrmEvent {}

package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method without arguments that gives the members, as {@code Iterator} or {@code Iterable}.
 *
 * <pre>{@code
 * public class Bag {
 *     private final Map<String, Note> notes = new TreeMap<>();
 *
 *     @CollectionAppender
 *     public void put(Note note) { notes.put(note.getTitle(), note); }
 *
 *     @CollectionRemover
 *     public void drop(Note note) { notes.remove(note.getTitle()); }
 *
 *     @CollectionIterator
 *     public Iterator<Note> each() { return notes.values().iterator(); }
 * }
 *
 * @Relationship(target = Note.class, backref = "owner")
 * private Bag notes = new Bag();
 * }</pre>
 *
 * <p>The class is enhanced as mapped classes are: calls of these methods are changes that reach the other side of the
 * relation, listeners, the session and the history.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CollectionIterator {}

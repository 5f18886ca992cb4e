package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of a {@link Mapped} class (or of a {@link MappedSuperclass} of it) that says what annotations
 * cannot: conditions of joins, attributes that are SQL expressions, validators, listeners. It takes the
 * {@link ClassMapping} of the class and is called when a {@link SessionFactory} is built, after the annotations were
 * read.
 *
 * <pre>{@code
 * @Configures
 * static void configure(ClassMapping<User> mapping) {
 *     mapping.property("addressCount", columnProperty(
 *             select(count(Address_.id)).where(Address_.userId.eq(User_.id)).scalarSubquery()));
 * }
 * }</pre>
 *
 * <p>The method may be private. That of a superclass is called for each mapped subclass, before the subclass's own.
 *
 * @see SessionFactoryBuilder#configure
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Configures {}

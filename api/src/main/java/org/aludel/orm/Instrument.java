package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names classes to instrument that carry no annotation of Aludel, for mapping them imperatively.
 *
 * <pre>{@code
 * @Instrument({Category.class, Item.class})
 * package shop.model;
 * }</pre>
 *
 * <p>The named classes are compiled together with the annotated class or package. Placed on the package of the classes
 * it is found again by incremental builds, which makes the package the best place.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Instrument {

    /** The classes to instrument; superclasses whose fields are to be mapped are named too. */
    Class<?>[] value();
}

/**
 * The CDI portable extension: discovers mapped classes, validates the mapping at deployment, and makes
 * {@code @Inject Session}, {@code SessionFactory}, {@code Engine} and {@code MetaData} work. With the JTA bridge beside
 * it, sessions take part in container transactions; without it they have local ones.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.cdi;

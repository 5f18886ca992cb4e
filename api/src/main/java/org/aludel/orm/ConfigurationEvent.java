package org.aludel.orm;

/**
 * A step in the making of a session factory; see {@link SessionFactoryBuilder#on}.
 *
 * @since 0.1
 */
public interface ConfigurationEvent extends OrmEvent {}

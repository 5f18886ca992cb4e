package org.aludel.sql;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rule that says how a construct is written in SQL: one of the program's own, or a built-in one whose rule it changes.
 * It stands on a public method {@code (Construct, CustomNode.Rendering)} of a class given to
 * {@link CompileRules#addAll(Object)} or named in {@code META-INF/services/org.aludel.sql.spi.CompileRuleSource}.
 *
 * <pre>{@code
 * @Compiles(AlterColumn.class)
 * public void alter(AlterColumn alter, Rendering sql) {
 *     sql.append("ALTER TABLE ").name(alter.table()).append(" ALTER COLUMN ").name(alter.column())
 *             .append(" SET ").append(alter.change());
 * }
 *
 * @Compiles(value = AlterColumn.class, dialect = "mysql")
 * public void alterOnMySql(AlterColumn alter, Rendering sql) { ... }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Compiles {

    /** The class of the construct. */
    Class<? extends Node> value();

    /** Name of the one dialect for which the rule holds; all of them if empty. */
    String dialect() default "";
}

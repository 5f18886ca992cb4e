/**
 * What is known of mapped classes once they are configured: per class a mapper with its columns, keys and relations.
 * Declarations (annotations, {@code Mappings}) come in; an immutable {@link
 * org.aludel.orm.internal.mapping.MapperRegistry} goes out, or one error that lists every mistake. The registry also
 * resolves attributes of the metamodel into columns when statements are compiled.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.mapping;

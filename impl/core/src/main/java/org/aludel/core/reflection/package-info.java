/**
 * Reads what there is in a database. A {@link org.aludel.core.reflection.SchemaReader} asks the driver's metadata, and
 * the database's own catalogue for what drivers do not tell; each dialect has one. The {@link
 * org.aludel.core.reflection.CoreInspector} shows it to programs.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.reflection;

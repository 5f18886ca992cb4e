/**
 * Mapping objects to tables: the annotations that describe a mapping, attributes as expressions, and the session.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm;

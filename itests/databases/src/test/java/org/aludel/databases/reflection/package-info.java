/** What there is in real databases, found again as a model. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.reflection;

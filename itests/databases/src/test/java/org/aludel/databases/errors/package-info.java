/** Provokes every kind of error on every database and compares with the published table. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.errors;

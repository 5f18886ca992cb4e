/**
 * Makes N+1 visible: where somebody wants to know, each object remembers the result it came from, and statements that load
 * one attribute for several objects of one result are told of. In: rows as they are read, lazy loads as they happen. Out:
 * {@link org.aludel.orm.NPlusOne}. Sessions that nobody watches only ask whether they are watched.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.watching;

/**
 * The one hierarchy of errors. Every error has a stable code ({@code ALU-0123}) explained on a page of the site, and a
 * message of three parts: what was wrong, where, and what to do.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.errors;

/**
 * The examples of the page on constructs of a program's own, and what they promise.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.custom;

/** The examples of the site's pages, taken from the pages themselves. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.pages;

/** Recipes: small programs for things that people often want, as the page {@code recipes.md} shows them, run on databases. */
@org.jspecify.annotations.NullUnmarked
package org.aludel.databases.recipes;

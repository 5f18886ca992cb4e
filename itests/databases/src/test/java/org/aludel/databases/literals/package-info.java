/** Values written into SQL text, however hostile, come back as they went, on each database that runs here. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.literals;

/** Results larger than memory: what streams on which database, and what it forbids meanwhile. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.streaming;

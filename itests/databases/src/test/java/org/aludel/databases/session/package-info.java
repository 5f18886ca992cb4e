/** Sessions on each database: what rollback, savepoints and failed flushes leave behind. */
@org.jspecify.annotations.NullUnmarked
package org.aludel.databases.session;

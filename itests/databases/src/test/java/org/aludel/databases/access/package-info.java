/** What is different enough on Access files to have tests of its own: one connection, no savepoints, no row locks. */
package org.aludel.databases.access;

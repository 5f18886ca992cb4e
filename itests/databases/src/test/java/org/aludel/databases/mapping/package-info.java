/** What mapped attributes become on every database: column types there and back, conditions on relations. */
package org.aludel.databases.mapping;

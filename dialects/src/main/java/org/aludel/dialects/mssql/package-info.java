/**
 * Microsoft SQL Server 2000 to 2022 and Azure SQL: how it spells SQL (brackets, TOP, OUTPUT, IDENTITY), schemas that name
 * their database, its own types, how it and its drivers behave, how one connects to it.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.mssql;

/**
 * Random statements that must mean the same everywhere: a generator makes a well-typed statement out of a row of choices,
 * H2, SQLite, PostgreSQL and MariaDB run it, and their results are compared. On a difference the choices are made smaller as
 * long as the difference stays, so that what is reported is about minimal.
 *
 * <p>Known differences of the databases that the generator avoids, because no dialect hides them:
 * <ul>
 *   <li>division: PostgreSQL, H2 and SQLite divide integers to integers, MariaDB to decimals; division by zero is an error
 *       in the first two and null in the others. Remainders by constants that are not zero are generated;
 *   <li>overflow: an error in PostgreSQL, H2 and MariaDB, silent in SQLite. All numbers stay below two thousand million;
 *   <li>decimals are exact numbers but in SQLite, where they are binary fractions. All are multiples of a quarter, which
 *       both can hold;
 *   <li>MariaDB compares texts by a collation that knows no case and no blanks at the end, if it is not told otherwise. Here
 *       it is told to compare characters;
 *   <li>LIKE knows no case in SQLite. All texts are in lower case;
 *   <li>backslashes are escapes in patterns of PostgreSQL, MariaDB and H2 but not of SQLite. No pattern has one;
 *   <li>several rows of a scalar subquery are an error but in SQLite. Scalar subqueries are aggregates;
 *   <li>assignments of one UPDATE see each other in MariaDB. No assignment reads an assigned column;
 *   <li>rows without ORDER BY come in any order. They are compared as bags; where LIMIT or OFFSET chooses rows, they are
 *       ordered by all their columns;
 *   <li>expressions with parameters in GROUP BY are not recognised in the list of columns by PostgreSQL and H2. Groups are
 *       made of columns;
 *   <li>NULL as a literal has no type in PostgreSQL, which SUM and others want. Statements that are run with literals too
 *       have no null parameters;
 *   <li>averages have different numbers of digits. They are not generated.
 * </ul>
 *
 * <p>Faults of the databases that the generator goes round, as no dialect can mend them:
 * <ul>
 *   <li>H2 2.5 does not read its own text of {@code (EXISTS (...)) != x} in a subquery. Conditions that are
 *       compared, tested for null or selected are others;
 *   <li>H2 2.5 takes {@code (1, NULL) IN ((0, 'a'))} for unknown; it is false. Tuples have no nulls;
 *   <li>H2 2.5 puts NULL in place of a CASE whose conditions are false constants, and then has no SUM of it. That error is
 *       overlooked;
 *   <li>H2 2.5 turns constants of a tuple beside IN into numbers. Tuples hold columns;
 *   <li>MariaDB 11.4 mixes up columns of a derived table in groups that are named after each other's columns. Names are used
 *       once;
 *   <li>MariaDB 11.4 gives no rows for {@code x NOT IN (SELECT ... EXCEPT SELECT ...)} whose list is empty. Lists of IN are
 *       unions;
 *   <li>MariaDB 11.4 gives each row of {@code SELECT DISTINCT} of nothing but constants when there is an OFFSET. DISTINCT and
 *       OFFSET do not meet;
 *   <li>MariaDB 11.4 keeps a constant column of a derived table on the right of an outer join not null where no row was found.
 *       Derived tables stand in inner joins.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.random;

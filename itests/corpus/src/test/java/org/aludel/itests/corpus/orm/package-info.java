/**
 * The recorded ORM scenarios, written with the API and compared with what the reference did.
 *
 * <h2>How to write a scenario</h2>
 *
 * Let {@code tools/skeleton.py} write the class, then translate what it left as comments that begin with {@code PY}:
 *
 * <pre>{@code
 * python3 tools/skeleton.py data/orm-open.jsonl uow.insert --package uow \
 *     --to src/test/java/org/aludel/itests/corpus/orm/uow
 * }</pre>
 *
 * One class in the package of its area ({@code orm.uow}, {@code orm.attr}, {@code orm.query}, ...), named after its id,
 * found by its annotation:
 *
 * <pre>{@code
 * @ScenarioId("uow.insert.basic-01")
 * final class UowInsertBasic01 extends Scenario {
 *
 *     @Mapped(table = "users")
 *     static class User {
 *         @Id Integer id;
 *         @Col(length = 40) String name;
 *         @Col(length = 80) String password;
 *     }
 *
 *     private User u;
 *
 *     @Override
 *     protected void steps() {
 *         step(() -> {
 *             u = with(new User(), x -> { x.name = "jane"; x.password = "hello123"; });
 *             return list(st(u), u.id);
 *         });
 *         step(() -> {
 *             s.add(u);
 *             return list(st(u), sess());
 *         });
 *         step(() -> s.commit());
 *         step(() -> st(u));
 *         step(() -> list(u.id, u.name));
 *         step(() -> s.commit());
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Nested mapped classes are not private; their fields have the recorded attributes' names ({@code user_id}), and are
 *       read and written directly: access is enhanced like that of properties. Nested classes with {@code @Mapped} are
 *       mapped by themselves; override {@code model(builder)} for imperative mappings and settings, or
 *       {@code open()} (null: the steps make their own with {@code factory(b -> b.map(X.class))}).
 *   <li>Steps run in the recorded order, one lambda for each. One whose Python ends in a statement ends in a statement
 *       here ({@code step(() -> { users.add(x); })}), else it returns the value: {@code list(...)} for tuples and lists (null
 *       is welcome), sets, maps, mapped objects, rows of a query, numbers, strings. A step recorded as raising lets the
 *       exception out; only its kind is compared.
 *   <li>Helpers are those of the recordings: {@code st(obj)}, {@code hist(obj, "key")}, {@code loaded(obj)}, {@code sess()},
 *       {@code idmap()}, {@code identity(obj)}, {@code log(...)}; {@code session()} opens another session,
 *       {@code engine("name")} is one of several engines.
 *   <li>On SQLite the tables are the recorded ones, whatever the mapping says. Statements agree by verb, tables, rows and
 *       engine; several single inserts may be one batch here, and reads that are not needed may be missing. A difference that the corpus's README supports gets a row in
 *       {@code orm-deviations.md}.
 *   <li>On H2, PostgreSQL and MariaDB the recorded tables are reflected and made by the toolkit; results, events and final
 *       rows are compared, statements are not. What differs only there has a row in the second table of
 *       {@code orm-deviations.md}. A row without a difference fails.
 *   <li>To run one: {@code -Dtest=OrmCorpusTest -Dcorpus.orm.id=uow.insert.basic-01}, with {@code -Dcorpus.orm.sql=true} for
 *       the statements of steps that differ.
 * </ul>
 */
@NullMarked
package org.aludel.itests.corpus.orm;

import org.jspecify.annotations.NullMarked;

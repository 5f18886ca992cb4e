package org.aludel.itests.corpus.orm.ext;

import static org.aludel.orm.Orm.hybrid;
import static org.aludel.orm.Orm.hybridMethod;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Hybrid;
import org.aludel.orm.HybridMethod;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Hybrid property at instance and class level. */
@ScenarioId("ext.hybrid.basic-01")
final class ExtHybridBasic01 extends Scenario {

    @Mapped(table = "person")
    static class Person {
        @Id
        Integer id;

        String first_name;
        String last_name;

        static final Hybrid<Person, String> NAME = hybrid(
                        Person.class,
                        person -> person.first_name + " " + person.last_name,
                        columns -> columns.get(ExtHybridBasic01_Person_.first_name)
                                .plus(" ")
                                .plus(columns.get(ExtHybridBasic01_Person_.last_name)))
                .setter((person, name) -> {
                    String[] parts = name.split(" ", 2);
                    person.first_name = parts[0];
                    person.last_name = parts[1];
                })
                .named("name");

        static final HybridMethod<Person, String, Boolean> STARTS = hybridMethod(
                Person.class,
                (person, prefix) -> person.first_name.startsWith(prefix),
                (columns, prefix) ->
                        columns.get(ExtHybridBasic01_Person_.first_name).startsWith(prefix));
    }

    private Person p;

    @Override
    protected void steps() {
        step(() -> {
            p = s.get(Person.class, 1);
            return list(Person.NAME.get(p), Person.STARTS.get(p, "Ja"));
        });
        step(() -> s.query(Person.class).filter(Person.NAME.eq("James Bond")).one() == p);
        step(() -> s.query(Person.class).filter(Person.STARTS.with("F")).all().stream()
                .map(x -> x.id)
                .toList());
        step(() -> s.query(Person.NAME).orderBy(Person.NAME.desc()).all().stream()
                .map(name -> list(name))
                .toList());
        step(() -> {
            Person.NAME.set(p, "Jimmy B");
            s.flush();
        });
        step(() -> with(new Person(), x1 -> Person.NAME.set(x1, "A B")).last_name);
    }
}

package org.aludel.databases.recipes;

import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.toMany;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.Attribute;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Query;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.ToMany;

/** A search form of which any field may be left empty: the query is put together piece by piece. */
final class UserSearch {

    @Mapped(table = "recipe_people")
    static class Person {

        @Id
        Integer id;

        @Col(length = 40)
        String name;

        Integer age;

        @Relationship(backref = "person", cascade = Cascade.ALL)
        List<Phone> phones = new ArrayList<>();

        Person() {}

        Person(String name, Integer age, String... numbers) {
            this.name = name;
            this.age = age;
            for (String number : numbers) {
                Phone phone = new Phone();
                phone.number = number;
                phones.add(phone);
            }
        }
    }

    @Mapped(table = "recipe_phones")
    static class Phone {

        @Id
        Integer id;

        @Col(length = 40)
        String number;

        @References("recipe_people.id")
        Integer personId;

        @Relationship
        Person person;
    }

    /** What a visitor has filled in. */
    record Form(String name, Integer from, Integer to, String phone, String sortBy) {}

    private static final Attribute<Person, String> NAME = attribute(Person.class, "name");
    private static final Attribute<Person, Integer> AGE = attribute(Person.class, "age");
    private static final ToMany<Person, Phone> PHONES = toMany(Person.class, "phones");
    private static final Attribute<Phone, String> NUMBER = attribute(Phone.class, "number");

    private UserSearch() {}

    static List<Person> search(Session session, Form form) {
        Query<Person> query = session.query(Person.class);
        if (form.name() != null) {
            query = query.filter(NAME.contains(form.name()));
        }
        if (form.from() != null) {
            query = query.filter(AGE.ge(form.from()));
        }
        if (form.to() != null) {
            query = query.filter(AGE.le(form.to()));
        }
        if (form.phone() != null) {
            query = query.filter(PHONES.any(NUMBER.startsWith(form.phone())));
        }
        return query.orderBy("age".equals(form.sortBy()) ? AGE.desc() : NAME.asc())
                .slice(0, 20)
                .all();
    }

    static void run(Engine engine) {
        try (SessionFactory sessions =
                SessionFactory.builder(engine).map(Person.class, Phone.class).build()) {
            sessions.metaData().createAll(engine);
            sessions.useTransaction(session -> session.addAll(
                    new Person("wendy", 30, "0171-2"),
                    new Person("ed", 60, "0171-1", "030-1"),
                    new Person("fred", 40)));
            try (Session session = sessions.open()) {
                assertThat(names(session, new Form(null, null, null, null, null)))
                        .containsExactly("ed", "fred", "wendy");
                assertThat(names(session, new Form("ed", null, null, null, "age")))
                        .containsExactly("ed", "fred");
                assertThat(names(session, new Form(null, 35, null, "0171", null)))
                        .containsExactly("ed");
                assertThat(names(session, new Form("100%", null, null, null, null)))
                        .isEmpty();

                long compiled = engine.statementCache().misses();
                assertThat(names(session, new Form("wen", 1, 99, "0171", null))).containsExactly("wendy");
                assertThat(names(session, new Form("fre", 5, 50, "030", null))).isEmpty();
                assertThat(engine.statementCache().misses()).isLessThanOrEqualTo(compiled + 1);
            }
            sessions.metaData().dropAll(engine);
        }
    }

    private static List<String> names(Session session, Form form) {
        return search(session, form).stream().map(person -> person.name).toList();
    }
}

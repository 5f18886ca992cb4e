package org.aludel.databases.flush;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Version;

/** Classes whose rows depend on each other in every way that a flush has to cope with. */
final class Fleet {

    private Fleet() {}

    static List<Class<?>> classes() {
        return List.of(
                Ship.class, Sailor.class, Port.class, Place.class, Crate.class, Ticket.class, Log.class, Entry.class);
    }

    /** Refers to its captain, who refers to the ship. */
    @Mapped(table = "ships")
    static class Ship {
        @Id
        Integer id;

        @Col(length = 40, nullable = false, unique = true)
        String name;

        @Col(length = 20, unique = true)
        String callSign;

        Integer tons;

        @References("sailors.id")
        Integer captainId;

        @Relationship(foreignKey = "captainId")
        Sailor captain;

        @Relationship(backref = "ship", foreignKey = "shipId", cascade = Cascade.ALL)
        List<Sailor> crew = new ArrayList<>();

        @Relationship(secondary = "calls", backref = "callers")
        Set<Port> ports = new HashSet<>();

        Ship() {}

        Ship(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "sailors")
    static class Sailor {
        @Id
        Integer id;

        @Col(length = 40, nullable = false)
        String name;

        @References("ships.id")
        Integer shipId;

        @Relationship(foreignKey = "shipId")
        Ship ship;

        Sailor() {}

        Sailor(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "ports")
    static class Port {
        @Id
        Integer id;

        @Col(length = 40, nullable = false, unique = true)
        String name;

        @Col(length = 10, serverDefault = "'open'")
        String state;

        Set<Ship> callers = new HashSet<>();

        Port() {}

        Port(String name) {
            this.name = name;
        }
    }

    /** A tree whose keys the database makes, by a foreign key without a field. */
    @Mapped(table = "places")
    static class Place {
        @Id
        Integer id;

        @Col(length = 40)
        String name;

        @Relationship(backref = "parts", cascade = Cascade.ALL)
        @References("places.id")
        Place within;

        @Relationship(cascade = Cascade.ALL)
        List<Place> parts = new ArrayList<>();

        Place() {}

        Place(String name) {
            this.name = name;
        }
    }

    /** A tree whose keys the program gives. */
    @Mapped(table = "crates")
    static class Crate {
        @Id(autoincrement = false)
        Integer id;

        @References("crates.id")
        Integer insideId;

        Crate() {}

        Crate(int id, Integer insideId) {
            this.id = id;
            this.insideId = insideId;
        }
    }

    @Mapped(table = "tickets")
    static class Ticket {
        @Id
        Long id;

        @Col(length = 40)
        String holder;

        int price;

        @Version
        int version;

        Ticket() {}

        Ticket(String holder, int price) {
            this.holder = holder;
            this.price = price;
        }
    }

    /** Has members that know nothing of it. */
    @Mapped(table = "logs")
    static class Log {
        @Id
        Integer id;

        @Col(length = 40)
        String title;

        @Relationship
        List<Entry> entries = new ArrayList<>();

        Log() {}

        Log(String title) {
            this.title = title;
        }
    }

    @Mapped(table = "entries")
    static class Entry {
        @Id
        Integer id;

        @Col(length = 40)
        String text;

        @References("logs.id")
        Integer logId;

        Entry() {}

        Entry(String text) {
            this.text = text;
        }
    }
}

package org.aludel.benchmarks.rivals.ebean;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Twenty mapped classes, each but the first with a relation to the one before. */
@NullUnmarked
public final class Items {
    /** All of them. */
    static final List<Class<?>> ALL = List.of(
            Item01.class,
            Item02.class,
            Item03.class,
            Item04.class,
            Item05.class,
            Item06.class,
            Item07.class,
            Item08.class,
            Item09.class,
            Item10.class,
            Item11.class,
            Item12.class,
            Item13.class,
            Item14.class,
            Item15.class,
            Item16.class,
            Item17.class,
            Item18.class,
            Item19.class,
            Item20.class);

    private Items() {}

    /** What they have in common. */
    @MappedSuperclass
    public abstract static class Item {
        @Id
        Integer id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(precision = 12, scale = 2, nullable = false)
        BigDecimal amount;

        @Column(nullable = false)
        LocalDateTime created;

        @Column(nullable = false)
        boolean active;
    }

    /** The first. */
    @Entity
    @Table(name = "item01")
    public static class Item01 extends Item {}

    /** Points to the one before. */
    @Entity
    @Table(name = "item02")
    public static class Item02 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item01 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item03")
    public static class Item03 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item02 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item04")
    public static class Item04 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item03 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item05")
    public static class Item05 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item04 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item06")
    public static class Item06 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item05 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item07")
    public static class Item07 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item06 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item08")
    public static class Item08 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item07 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item09")
    public static class Item09 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item08 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item10")
    public static class Item10 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item09 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item11")
    public static class Item11 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item10 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item12")
    public static class Item12 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item11 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item13")
    public static class Item13 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item12 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item14")
    public static class Item14 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item13 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item15")
    public static class Item15 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item14 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item16")
    public static class Item16 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item15 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item17")
    public static class Item17 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item16 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item18")
    public static class Item18 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item17 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item19")
    public static class Item19 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item18 previous;
    }

    /** Points to the one before. */
    @Entity
    @Table(name = "item20")
    public static class Item20 extends Item {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "previous_id")
        Item19 previous;
    }
}

package org.aludel.benchmarks.startup;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.MappedSuperclass;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
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

        @Col(length = 50, nullable = false)
        String name;

        @Col(precision = 12, scale = 2, nullable = false)
        BigDecimal amount;

        @Col(nullable = false)
        LocalDateTime created;

        @Col(nullable = false)
        boolean active;
    }

    /** The first. */
    @Mapped(table = "item01")
    public static class Item01 extends Item {}

    /** Points to the one before. */
    @Mapped(table = "item02")
    public static class Item02 extends Item {
        @References("item01.id")
        Integer previousId;

        @Relationship
        Item01 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item03")
    public static class Item03 extends Item {
        @References("item02.id")
        Integer previousId;

        @Relationship
        Item02 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item04")
    public static class Item04 extends Item {
        @References("item03.id")
        Integer previousId;

        @Relationship
        Item03 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item05")
    public static class Item05 extends Item {
        @References("item04.id")
        Integer previousId;

        @Relationship
        Item04 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item06")
    public static class Item06 extends Item {
        @References("item05.id")
        Integer previousId;

        @Relationship
        Item05 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item07")
    public static class Item07 extends Item {
        @References("item06.id")
        Integer previousId;

        @Relationship
        Item06 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item08")
    public static class Item08 extends Item {
        @References("item07.id")
        Integer previousId;

        @Relationship
        Item07 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item09")
    public static class Item09 extends Item {
        @References("item08.id")
        Integer previousId;

        @Relationship
        Item08 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item10")
    public static class Item10 extends Item {
        @References("item09.id")
        Integer previousId;

        @Relationship
        Item09 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item11")
    public static class Item11 extends Item {
        @References("item10.id")
        Integer previousId;

        @Relationship
        Item10 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item12")
    public static class Item12 extends Item {
        @References("item11.id")
        Integer previousId;

        @Relationship
        Item11 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item13")
    public static class Item13 extends Item {
        @References("item12.id")
        Integer previousId;

        @Relationship
        Item12 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item14")
    public static class Item14 extends Item {
        @References("item13.id")
        Integer previousId;

        @Relationship
        Item13 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item15")
    public static class Item15 extends Item {
        @References("item14.id")
        Integer previousId;

        @Relationship
        Item14 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item16")
    public static class Item16 extends Item {
        @References("item15.id")
        Integer previousId;

        @Relationship
        Item15 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item17")
    public static class Item17 extends Item {
        @References("item16.id")
        Integer previousId;

        @Relationship
        Item16 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item18")
    public static class Item18 extends Item {
        @References("item17.id")
        Integer previousId;

        @Relationship
        Item17 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item19")
    public static class Item19 extends Item {
        @References("item18.id")
        Integer previousId;

        @Relationship
        Item18 previous;
    }

    /** Points to the one before. */
    @Mapped(table = "item20")
    public static class Item20 extends Item {
        @References("item19.id")
        Integer previousId;

        @Relationship
        Item19 previous;
    }
}

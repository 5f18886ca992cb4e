package org.aludel.sql.spi;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Collects the structure of a statement: a flat sequence of atoms, equal for statements that compile to the same SQL, and
 * the parameters in order.
 *
 * <p>Aliases, subqueries and parameters that occur again are written as back references, so that a key never grows with
 * the number of uses and two statements that share differently never look the same.
 *
 * @since 0.1
 */
public final class StructureWriter {

    private static final int LINEAR = 16;

    private Object[] atoms = new Object[48];
    private int size;
    private BindParameter<?>[] binds = new BindParameter<?>[8];
    private int bindCount;
    private @Nullable Map<BindParameter<?>, Integer> bindPlaces;
    private FromItem[] froms = new FromItem[4];
    private int fromCount;
    private final Consumer<Node> children = new Children();

    private StructureWriter() {}

    private final class Children implements Consumer<Node> {

        @Override
        public void accept(Node child) {
            node(child);
        }
    }

    /** The structure of a tree. */
    public static Structure structureOf(Node root) {
        StructureWriter writer = new StructureWriter();
        root.writeTo(writer);
        return new Structure(
                new Key(Arrays.copyOf(writer.atoms, writer.size)), Arrays.copyOf(writer.binds, writer.bindCount));
    }

    /** Writes something whose {@code equals} decides: a class, name, operator, option, number or type. */
    public void atom(@Nullable Object atom) {
        if (size == atoms.length) {
            atoms = Arrays.copyOf(atoms, size * 2);
        }
        atoms[size++] = atom == null ? Absent.NULL : atom;
    }

    /** Writes a part. */
    public void node(Node node) {
        if (node instanceof FromItem from) {
            from(from);
        } else {
            node.writeTo(this);
        }
    }

    /** Writes the children of a node. */
    public void children(Node node) {
        node.forEachChild(children);
    }

    /** Writes a part that may be missing. */
    public void optional(@Nullable Node node) {
        if (node == null) {
            atom(Absent.NULL);
        } else {
            node(node);
        }
    }

    /** Writes parts and how many there are. */
    public void nodes(List<? extends Node> nodes) {
        atom(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            node(nodes.get(i));
        }
    }

    /** Writes a table by identity, anything else in full at its first occurrence and as a reference later. */
    public void from(FromItem item) {
        if (item instanceof Table) {
            atom(item);
            return;
        }
        for (int i = 0; i < fromCount; i++) {
            if (froms[i] == item) {
                atom(new Back(i));
                return;
            }
        }
        if (fromCount == froms.length) {
            froms = Arrays.copyOf(froms, fromCount * 2);
        }
        froms[fromCount++] = item;
        item.writeTo(this);
    }

    /** Writes a parameter: name and type, not its value. */
    public void bind(BindParameter<?> bind) {
        int place = placeOf(bind);
        if (place >= 0) {
            atom(Absent.SAME_BIND);
            atom(place);
            return;
        }
        atom(bind.isExpanding() ? Absent.LIST : bind.isLiteral() ? Absent.LITERAL : Absent.BIND);
        if (bind.name() != null) {
            atom(bind.name());
        }
        atom(bind.type());
        if (bindCount == binds.length) {
            binds = Arrays.copyOf(binds, bindCount * 2);
        }
        if (bindCount == LINEAR) {
            bindPlaces = new IdentityHashMap<>();
            for (int i = 0; i < bindCount; i++) {
                bindPlaces.put(binds[i], i);
            }
        }
        if (bindPlaces != null) {
            bindPlaces.put(bind, bindCount);
        }
        binds[bindCount++] = bind;
    }

    private int placeOf(BindParameter<?> bind) {
        if (bindPlaces != null) {
            return bindPlaces.getOrDefault(bind, -1);
        }
        for (int i = 0; i < bindCount; i++) {
            if (binds[i] == bind) {
                return i;
            }
        }
        return -1;
    }

    private enum Absent {
        NULL,
        BIND,
        LIST,
        LITERAL,
        SAME_BIND
    }

    private record Back(int place) {}

    private static final class Key {

        private final Object[] atoms;
        private final int hash;

        Key(Object[] atoms) {
            this.atoms = atoms;
            this.hash = Arrays.hashCode(atoms);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this || other instanceof Key key && key.hash == hash && Arrays.equals(key.atoms, atoms);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}

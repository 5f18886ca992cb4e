package org.aludel.sql;

import java.util.function.Consumer;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * A part of a statement: immutable, knows its children and how to write its structure into a key. Values are not
 * structure.
 *
 * @since 0.1
 */
public interface Node {

    /** Calls the visitor's method for this construct. */
    void accept(NodeVisitor visitor);

    /** Gives the direct children, in the order in which their structure is written. */
    default void forEachChild(Consumer<? super Node> action) {}

    /** Writes what the node has besides its class and children: operators, names, options, numbers of children. */
    default void writeAtoms(StructureWriter writer) {}

    /** Writes class, atoms and children. */
    default void writeTo(StructureWriter writer) {
        writer.atom(getClass());
        writeAtoms(writer);
        writer.children(this);
    }
}

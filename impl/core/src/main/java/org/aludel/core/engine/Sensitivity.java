package org.aludel.core.engine;

import java.util.IdentityHashMap;
import java.util.Map;
import org.aludel.core.compiler.BindSlot;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.ResultColumn;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Statement;
import org.aludel.sql.tree.Junction;
import org.aludel.types.SensitiveType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters and result columns of a statement are shown nowhere: those of a sensitive type, those that stand in one
 * expression with a sensitive column, and results that are made of one. Worked out only where something is about to be
 * shown.
 */
final class Sensitivity {

    private final boolean[] slots;
    private final boolean[] columns;

    private Sensitivity(boolean[] slots, boolean[] columns) {
        this.slots = slots;
        this.columns = columns;
    }

    static Sensitivity of(Compiled compiled, Statement statement, BindParameter<?>[] binds) {
        Map<BindParameter<?>, Boolean> secret = new IdentityHashMap<>();
        look(statement, secret);
        BindSlot[] all = compiled.binds();
        boolean[] slots = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            int index = all[i].index();
            slots[i] =
                    isSecret(all[i].type()) || index >= 0 && index < binds.length && secret.containsKey(binds[index]);
        }
        ResultColumn[] results = compiled.columns();
        boolean[] columns = new boolean[results.length];
        for (int i = 0; i < results.length; i++) {
            columns[i] = isSecret(results[i].type()) || results[i].source() instanceof Node node && holdsSecret(node);
        }
        return new Sensitivity(slots, columns);
    }

    /** Whether a value of the statement is shown nowhere. */
    boolean isAnySlot() {
        for (boolean slot : slots) {
            if (slot) {
                return true;
            }
        }
        return false;
    }

    boolean isSlot(int slot) {
        return slots[slot];
    }

    boolean isColumn(int column) {
        return column < columns.length && columns[column];
    }

    private static boolean isSecret(@Nullable Type<?> type) {
        return type instanceof SensitiveType<?>;
    }

    /** Looks for expressions of a value, which are secret as a whole or not at all. */
    private static void look(Node node, Map<BindParameter<?>, Boolean> secret) {
        boolean value = node instanceof Expr<?> && !(node instanceof Junction) && !holdsQuery(node);
        if (value && holdsSecret(node)) {
            mark(node, secret);
        } else {
            node.forEachChild(child -> look(child, secret));
        }
    }

    private static void mark(Node node, Map<BindParameter<?>, Boolean> secret) {
        if (node instanceof BindParameter<?> bind) {
            secret.put(bind, true);
        }
        node.forEachChild(child -> mark(child, secret));
    }

    private static boolean holdsSecret(Node node) {
        if (node instanceof Column<?> column) {
            return column.isSensitive();
        }
        if (node instanceof BindParameter<?> bind) {
            return isSecret(bind.type());
        }
        boolean[] found = {false};
        node.forEachChild(child -> found[0] = found[0] || holdsSecret(child));
        return found[0];
    }

    private static boolean holdsQuery(Node node) {
        boolean[] found = {node instanceof QueryExpression};
        node.forEachChild(child -> found[0] = found[0] || holdsQuery(child));
        return found[0];
    }
}

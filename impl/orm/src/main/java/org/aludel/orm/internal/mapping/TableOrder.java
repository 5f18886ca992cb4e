package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.schema.Table;

/** Sorts classes so that tables referred to come before those that refer; cycles keep the order of declaration. */
final class TableOrder {

    private final Map<Table, ClassDeclaration> byTable = new IdentityHashMap<>();
    private final Set<ClassDeclaration> sorted = new LinkedHashSet<>();
    private final Set<ClassDeclaration> open = new LinkedHashSet<>();

    private final Set<ClassDeclaration> given;

    private TableOrder(List<ClassDeclaration> declarations) {
        given = new LinkedHashSet<>(declarations);
        for (ClassDeclaration declaration : declarations) {
            if (declaration.table != null) {
                byTable.putIfAbsent(declaration.table, declaration);
            }
        }
    }

    static List<ClassDeclaration> sort(List<ClassDeclaration> declarations) {
        TableOrder order = new TableOrder(declarations);
        for (ClassDeclaration declaration : declarations) {
            order.visit(declaration);
        }
        return new ArrayList<>(order.sorted);
    }

    private void visit(ClassDeclaration declaration) {
        if (sorted.contains(declaration) || !open.add(declaration)) {
            return;
        }
        ClassDeclaration parent = declaration.parent;
        if (parent != null && given.contains(parent) && !sorted.contains(parent)) {
            open.remove(parent); // a superclass comes first, whatever its table refers to
            visit(parent);
        }
        for (Table table : declaration.tables()) {
            for (TableLink link : TableLink.of(table)) {
                ClassDeclaration referred = byTable.get(link.to());
                if (referred != null) {
                    visit(referred);
                }
            }
        }
        sorted.add(declaration);
    }
}

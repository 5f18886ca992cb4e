package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.errors.CompileException;
import org.aludel.sql.Capability;
import org.aludel.sql.Cte;
import org.aludel.sql.QueryExpression;
import org.jspecify.annotations.Nullable;

/**
 * The common table expressions that a statement uses. Each is compiled where it is first met and kept aside, until the
 * place is known where WITH is written; so each stands after those that it uses.
 */
final class CommonTables {

    /** One that was met: what it was last defined as, and its text. */
    private static final class Entry {

        private Cte definition;
        private Compilation.@Nullable Fragment text;

        Entry(Cte definition) {
            this.definition = definition;
        }
    }

    private final Compilation compilation;
    private final FromCompiler compiler;
    private final Map<Cte, Entry> known = new IdentityHashMap<>(4);
    private final Set<String> names = new HashSet<>(4);
    private List<Entry> whole = List.of();
    private List<Entry> nested = List.of();

    CommonTables(Compilation compilation, FromCompiler compiler) {
        this.compilation = compilation;
        this.compiler = compiler;
    }

    /** The name of one; all that were made from one another have the same. */
    @Nullable
    String nameOf(Cte cte) {
        return compiler.names().of(cte.root());
    }

    /** Sees to it that one stands in WITH. */
    void use(Cte cte) {
        Entry entry = known.get(cte.root());
        if (entry != null) {
            boolean more = entry.definition != cte && cte != cte.root() && entry.text != null;
            if (more && entry.definition == cte.root()) {
                entry.definition = cte;
                entry.text = null;
                entry.text = compiled(cte);
            }
            return;
        }
        if (!compilation.dialect.supports(Capability.CTE)) {
            throw compiler.unsupported("common table expressions", "use subquery(...) in FROM");
        }
        Entry added = new Entry(cte);
        known.put(cte.root(), added);
        String name = String.valueOf(nameOf(cte));
        if (!names.add(name)) {
            throw new CompileException(
                    "ALU-0167",
                    "two common table expressions have the same name; where: " + name
                            + "; what to do: give one of them another name");
        }
        added.text = compiled(cte);
        if (cte.isNesting()) {
            nested = added(nested, added);
        } else {
            whole = added(whole, added);
        }
    }

    private static List<Entry> added(List<Entry> entries, Entry more) {
        List<Entry> all = entries.isEmpty() ? new ArrayList<>(2) : entries;
        all.add(more);
        return all;
    }

    private Compilation.Fragment compiled(Cte cte) {
        StringBuilder out = compilation.out;
        Compilation.Mark mark = compilation.mark();
        out.append(compilation.dialect.identifiers().quote(String.valueOf(nameOf(cte))));
        if (compiler.namesColumns(cte)) {
            out.append('(');
            compiler.columnNames(cte);
            out.append(')');
        }
        out.append(" AS ");
        compiler.affixes(cte.prefixes(), "", " ");
        out.append('(');
        if (cte.statement() instanceof QueryExpression query) {
            compiler.subquery(query, false);
        } else {
            compilation.inside(() -> cte.statement().accept(compiler));
        }
        out.append(')');
        compiler.affixes(cte.suffixes(), " ", "");
        return compilation.cut(mark);
    }

    /** Begins a query that may have a WITH of its own; gives what {@link #leave} needs. */
    List<Entry> enter() {
        List<Entry> outer = nested;
        nested = List.of();
        return outer;
    }

    /** Ends a query that began at a mark. */
    void leave(List<?> outer, Compilation.Mark start) {
        if (!nested.isEmpty()) {
            write(nested, start);
        }
        @SuppressWarnings("unchecked")
        List<Entry> before = (List<Entry>) outer;
        nested = before;
    }

    /** Writes WITH at a place, if anything is to be written. */
    void insertAt(Compilation.Mark mark) {
        if (!whole.isEmpty()) {
            List<Entry> all = whole;
            whole = List.of();
            write(all, mark);
        }
    }

    private void write(List<Entry> entries, Compilation.Mark place) {
        Compilation.Mark end = compilation.mark();
        boolean recursive = entries.stream().anyMatch(entry -> entry.definition.isRecursive());
        compilation.out.append(compiler.withKeyword(recursive));
        for (int i = 0; i < entries.size(); i++) {
            compilation.out.append(i == 0 ? "" : ", ");
            compilation.append(Objects.requireNonNull(entries.get(i).text, "written before it is placed"));
        }
        compilation.out.append(' ');
        compilation.insert(place, compilation.cut(end));
    }
}

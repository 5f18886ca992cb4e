package org.aludel.core.engine;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.TablesUsed;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the open transaction of a connection has written to, kept where somebody wants to know. One for each
 * channel.
 */
final class Writes {

    /** Text that reads, or that has to do with transactions and settings only. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?s)[\\s(]*(select|values|table|show|explain|describe|pragma|set|savepoint|release|rollback|commit|begin"
                    + "|start|lock|use)\\b.*");

    private static final Pattern WITH = Pattern.compile("(?s)\\s*with\\b.*");
    private static final Pattern WRITING = Pattern.compile("\\b(insert|update|delete|merge)\\b");

    private final CoreEngine engine;
    private @Nullable Set<String> tables = Set.of();

    Writes(CoreEngine engine) {
        this.engine = engine;
    }

    /** A statement was executed, or has failed perhaps half way. */
    void ran(Compiled compiled, String sql, boolean inTransaction) {
        TablesUsed used = compiled.tables();
        boolean any = isAny(compiled, sql);
        if (!any && !used.writes()) {
            return;
        }
        if (!inTransaction) {
            engine.wrote(any ? null : used.affected());
            return;
        }
        Set<String> before = tables;
        if (any || before == null) {
            tables = null;
            return;
        }
        Set<String> all = new HashSet<>(before);
        all.addAll(used.affected());
        tables = all;
    }

    private static boolean isAny(Compiled compiled, String sql) {
        if (compiled.kind() == Compiled.Kind.DDL) {
            return true;
        }
        if (compiled.kind() != Compiled.Kind.TEXT) {
            return compiled.tables().writes() && compiled.tables().isOpaque();
        }
        String text = sql.toLowerCase(Locale.ROOT);
        return WITH.matcher(text).matches()
                ? WRITING.matcher(text).find()
                : !HARMLESS.matcher(text).matches();
    }

    /** What was written to until now; null for any table. */
    @Nullable
    Set<String> soFar() {
        return tables;
    }

    /** Back to what was written to at a savepoint. */
    void backTo(@Nullable Set<String> before) {
        tables = before;
    }

    /** Whether one of some tables was written to. */
    boolean touch(TablesUsed used) {
        Set<String> written = tables;
        if (written == null) {
            return true;
        }
        return !written.isEmpty() && (used.isOpaque() || !Collections.disjoint(written, used.named()));
    }

    /** The transaction has ended. */
    void ended(boolean maybeCommitted) {
        Set<String> written = tables;
        tables = Set.of();
        if (maybeCommitted && (written == null || !written.isEmpty())) {
            engine.wrote(written);
        }
    }
}

package org.aludel.dialects.hana;

import org.aludel.core.compiler.Compilation;
import org.aludel.sql.LockMode;
import org.aludel.sql.tree.Extract;

/** MaxDB's SQL. */
final class MaxDbCompiler extends HanaCompiler {

    MaxDbCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    protected String singleRowTable() {
        return "DUAL";
    }

    @Override
    protected void lock(LockMode mode) {
        if (mode.skipsLocked()) {
            throw unsupported("SKIP LOCKED");
        }
        out.append(" WITH LOCK ").append(mode.nowait() ? "(NOWAIT) " : "").append(mode.share() ? "SHARE" : "EXCLUSIVE");
    }

    @Override
    public void visitExtract(Extract extract) {
        String field = extract.field().toUpperCase(java.util.Locale.ROOT);
        String function = switch (field) {
            case "YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND" -> field;
            case "DOY" -> "DAYOFYEAR";
            case "DOW" -> "DAYOFWEEK";
            case "WEEK" -> "WEEKOFYEAR";
            default -> throw unsupported("EXTRACT of " + extract.field());
        };
        out.append(function).append('(');
        write(extract.operand());
        out.append(')');
    }

    @Override
    protected boolean groupsBy(String word) {
        return false;
    }
}

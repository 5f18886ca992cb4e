package org.aludel.core.compiler;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.errors.CompileException;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.CustomConstraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.Capability;
import org.aludel.sql.QuotedName;
import org.aludel.sql.Sql;
import org.aludel.types.BooleanType;
import org.aludel.types.EnumType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Writes constraints and finds their names. */
final class ConstraintCompiler {

    private final DdlCompiler ddl;
    private final CoreDialect dialect;
    private final SqlCompiler sql;

    ConstraintCompiler(DdlCompiler ddl, CoreDialect dialect, SqlCompiler sql) {
        this.ddl = ddl;
        this.dialect = dialect;
        this.sql = sql;
    }

    /** CONSTRAINT and the name; empty if it has none. */
    String named(Table table, Constraint constraint) {
        String name = name(table, constraint);
        return name == null ? "" : "CONSTRAINT " + dialect.identifiers().quote(name) + " ";
    }

    /** The name of a constraint or index; one made by the naming convention is cut to what the database takes. */
    @Nullable
    String name(Table table, TableItem item) {
        String name = table.metaData().namingConvention().name(item, table);
        if (name == null) {
            return null;
        }
        int most = item instanceof Index ? dialect.maxIndexNameLength() : dialect.maxConstraintNameLength();
        String text = QuotedName.text(name);
        if (text.length() <= most) {
            return name;
        }
        String given = item instanceof Index index ? index.name() : ((Constraint) item).name();
        if (text.equals(given)) {
            most = dialect.maxIdentifierLength();
            if (text.length() <= most) {
                return name;
            }
            throw new CompileException(
                    "ALU-0149",
                    "a name is longer than the database allows; where: " + text + " of " + table.fullName() + " on "
                            + dialect.name() + "; what to do: use at most " + most + " characters");
        }
        return text.substring(0, Math.max(0, most - 8)) + "_" + digest(text);
    }

    private static String digest(String text) {
        try {
            String all = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return all.substring(all.length() - 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    String body(Table table, Constraint constraint) {
        String options = ddl.constraintOptions(table, constraint);
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY" + ddl.keyWords(table, key) + " (" + ddl.names(ddl.keyColumns(table)) + ")" + options
                    + deferral(key.deferral(), Capability.DEFERRABLE_UNIQUE);
        }
        if (constraint instanceof UniqueConstraint unique) {
            return "UNIQUE" + ddl.keyWords(table, unique) + " (" + ddl.named(table, unique.columns()) + ")" + options
                    + deferral(unique.deferral(), Capability.DEFERRABLE_UNIQUE);
        }
        if (constraint instanceof CheckConstraint check) {
            return "CHECK (" + ddl.expression(check.condition()) + ")" + options
                    + deferral(check.deferral(), Capability.DEFERRABLE_UNIQUE);
        }
        if (constraint instanceof CustomConstraint custom) {
            return sql.construct(rendering -> custom.render(table, rendering));
        }
        return foreignKey((ForeignKey) constraint) + options;
    }

    private String foreignKey(ForeignKey key) {
        return "FOREIGN KEY(" + ddl.names(key.columns()) + ") REFERENCES " + ddl.referred(key) + " ("
                + ddl.names(key.referredColumns()) + ")" + (key.match() == null ? "" : " MATCH " + key.match())
                + ddl.onDelete(key) + ddl.onUpdate(key)
                + deferral(key.deferral(), Capability.DEFERRABLE_FOREIGN_KEYS);
    }

    private String deferral(Deferral deferral, Capability capability) {
        if (!dialect.supports(capability)) {
            return "";
        }
        Boolean deferrable = deferral.deferrable();
        String initially = deferral.initially();
        return (deferrable == null ? "" : deferrable ? " DEFERRABLE" : " NOT DEFERRABLE")
                + (initially == null ? "" : " INITIALLY " + initially);
    }

    /** The check that a type asks for where the database has no such type; null for none. */
    @Nullable
    String typeCheck(Table table, Column<?> column) {
        Type<?> type = dialect.physical(ddl.typeOf(column));
        List<String> values = new ArrayList<>();
        String name = null;
        if (type instanceof EnumType<?> constants
                && constants.options().constraint()
                && !dialect.typeNames().isNativeEnum(constants)) {
            constants.labels().forEach(label -> values.add(dialect.literals().string(label)));
            name = constants.options().name();
        } else if (type instanceof BooleanType truth && truth.constraint() && dialect.needsTruthCheck()) {
            values.add("0");
            values.add("1");
            name = truth.name();
        }
        if (values.isEmpty()) {
            return null;
        }
        boolean conventional = table.metaData().namingConvention().templates().containsKey("ck");
        CheckConstraint check = new CheckConstraint(name, Sql.check("1 = 1").condition());
        String named = name == null && conventional ? "" : named(table, check);
        return named + "CHECK (" + ddl.quoted(column) + " IN (" + String.join(", ", values) + "))";
    }
}

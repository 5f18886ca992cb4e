package org.aludel.types;

import java.util.Locale;
import java.util.Objects;
import org.aludel.errors.CompileException;
import org.aludel.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What kind a type is of, whatever it is called and however long it may be; and whether a column of a database has the
 * type that a model says.
 *
 * <pre>{@code
 * TypeAffinity.of(PostgreSqlTypes.MONEY);                                     // NUMERIC
 * TypeAffinity.of(Types.string(20)) == TypeAffinity.of(MySqlTypes.varchar(9)) // true: both are STRING
 * TypeAffinity.compare(engine.dialect(), column.type(), found.type());        // SAME, SIZE or KIND
 * }</pre>
 *
 * @since 0.1
 */
public final class TypeAffinity {

    /** How far two types differ. */
    public enum Difference {
        /** They are declared alike. */
        SAME,
        /** They are of one kind, and differ in length, precision or name. */
        SIZE,
        /** They are of different kinds. */
        KIND
    }

    private TypeAffinity() {}

    /** The plain type of the same kind: without length, name, mapping or variants. */
    public static Type<?> of(Type<?> type) {
        if (type instanceof ArrayType<?> array) {
            return new ArrayType<>(of(array.element()));
        }
        return switch (type.family()) {
            case BOOLEAN -> Types.BOOLEAN;
            case INTEGER -> Types.INTEGER;
            case NUMERIC -> Types.NUMERIC;
            case FLOAT -> Types.DOUBLE;
            case STRING -> Types.STRING;
            case DATE -> Types.DATE;
            case TIME -> Types.TIME;
            case TIMESTAMP -> Types.TIMESTAMP;
            case INTERVAL -> Types.INTERVAL;
            case BINARY -> Types.BINARY;
            case UUID -> Types.UUID;
            case JSON -> Types.JSON;
            case ENUM -> Types.STRING;
            case ARRAY, UNKNOWN -> Types.UNKNOWN;
        };
    }

    /** Whether two types are of the same kind. */
    public static boolean same(Type<?> one, Type<?> other) {
        return of(one).equals(of(other));
    }

    /**
     * Compares the type of a model with that of a database, by what the database would call them: types that a database
     * keeps as another, as JSON in a text, are the same as that one.
     *
     * @param dialect the database's
     * @param declared the model's type
     * @param found the type that reflection found
     */
    public static Difference compare(Dialect dialect, Type<?> declared, Type<?> found) {
        String name = spelling(dialect, declared);
        if (name != null && Objects.equals(name, spelling(dialect, found))) {
            return Difference.SAME;
        }
        boolean sameName = name != null && bare(name).equals(bare(String.valueOf(spelling(dialect, found))));
        return sameName || same(declared, found) ? Difference.SIZE : Difference.KIND;
    }

    private static @Nullable String spelling(Dialect dialect, Type<?> type) {
        try {
            // a scale of 0 is what a precision alone means
            return dialect.toSql(type).replace(" ", "").replace(",0)", ")").toUpperCase(Locale.ROOT);
        } catch (CompileException e) {
            // a type that this database does not have
            return null;
        }
    }

    private static String bare(String name) {
        return name.replaceAll("\\([^)]*\\)", "");
    }
}

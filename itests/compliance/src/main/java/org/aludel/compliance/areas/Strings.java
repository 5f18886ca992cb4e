package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.upper;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** Texts are joined, cut and compared. */
public final class Strings extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<String> name() {
        return person("name");
    }

    /** The value of an expression for ann, who is number 1 and 30 years old. */
    private <T> @Nullable T ann(Expr<?> expression, Class<T> type) {
        return value(select(expression).where(id().eq(1)), type);
    }

    @Check
    public void concatenation() {
        Column<String> email = person("email");
        assertThat(ann(name().concat("!"), String.class)).isEqualTo("ann!");
        assertThat(ann(name().plus(" <").plus(email).plus(">"), String.class)).isEqualTo("ann <ann@x>");
        assertThat(ann(literal("a").concat("b").concat(name()), String.class)).isEqualTo("abann");
        assertThat(values(select(id()).where(name().concat("x").eq("bobx")), Integer.class))
                .containsExactly(2);
    }

    @Check
    public void upperAndLower() {
        assertThat(ann(upper(name()), String.class)).isEqualTo("ANN");
        assertThat(ann(lower(literal("ABC")), String.class)).isEqualTo("abc");
        assertThat(values(select(id()).where(upper(name()).eq("BOB")), Integer.class))
                .containsExactly(2);
    }

    @Check
    public void lengths() {
        assertThat(ann(func("char_length", INTEGER, name()), Integer.class)).isEqualTo(3);
        assertThat(values(
                        select(id()).where(func("char_length", INTEGER, name()).gt(4)), Integer.class))
                .containsExactly(4);
    }

    @Check
    public void trimming() {
        assertThat(ann(func("trim", STRING, "  x "), String.class)).isEqualTo("x");
    }

    @Check
    public void replacements() {
        assertThat(ann(coalesce(name(), "nobody"), String.class)).isEqualTo("ann");
        assertThat(value(select(coalesce(this.<String>person("email"), "none")).where(id().eq(3)), String.class))
                .isEqualTo("none");
    }

    @Check(Requirement.CASE_SENSITIVE_TEXT)
    public void equalityTellsCases() {
        assertThat(values(select(id()).where(name().eq("ANN")), Integer.class)).isEmpty();
    }

    @Check
    public void order() {
        assertThat(values(select(name()).where(name().gt("b")).orderBy(name()), String.class))
                .containsExactly("bob", "cid", "dora");
    }
}

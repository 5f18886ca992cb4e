package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.cast;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** Calculations give what their operators mean, whatever the database's precedence of them. */
public final class Operators extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<Integer> age() {
        return person("age");
    }

    /** The value of an expression for bob, who is number 2 and 40 years old. */
    private <T> @Nullable T bob(Expr<?> expression, Class<T> type) {
        return value(select(expression).where(id().eq(2)), type);
    }

    @Check
    public void arithmetic() {
        assertThat(bob(age().plus(2), Integer.class)).isEqualTo(42);
        assertThat(bob(age().minus(50), Integer.class)).isEqualTo(-10);
        assertThat(bob(age().times(3), Integer.class)).isEqualTo(120);
        assertThat(bob(age().minus(id()), Integer.class)).isEqualTo(38);
        assertThat(bob(age().mod(7), Integer.class)).isEqualTo(5);
        assertThat(bob(age().negate(), Integer.class)).isEqualTo(-40);
        assertThat(bob(age().negate().negate(), Integer.class)).isEqualTo(40);
    }

    @Check
    public void division() {
        assertThat(bob(age().divide(8), Integer.class)).isEqualTo(5);
        assertThat(bob(literal(2.5, DOUBLE).divide(age().minus(35)), Double.class))
                .isEqualTo(0.5);
    }

    @Check(Requirement.DECIMAL_DIVISION)
    public void divisionOfDecimals() {
        Column<BigDecimal> price = order("price");
        BigDecimal quarter =
                value(select(price.divide(4)).where(this.<Integer>order("id").eq(4)), BigDecimal.class);
        assertThat(quarter).isEqualByComparingTo("1.75");
    }

    @Check
    public void groupingOfOperators() {
        assertThat(bob(age().plus(2).times(3), Integer.class)).isEqualTo(126);
        assertThat(bob(age().plus(id().times(3)), Integer.class)).isEqualTo(46);
        assertThat(bob(age().minus(id().minus(1)), Integer.class)).isEqualTo(39);
        assertThat(bob(age().minus(id()).minus(1), Integer.class)).isEqualTo(37);
        assertThat(bob(age().times(id().plus(1)).minus(20), Integer.class)).isEqualTo(100);
        assertThat(bob(age().minus(id().negate()), Integer.class)).isEqualTo(42);
        assertThat(bob(age().divide(id().times(2)), Integer.class)).isEqualTo(10);
    }

    @Check
    public void decimals() {
        Column<BigDecimal> price = order("price");
        Column<Integer> amount = order("amount");
        BigDecimal total = value(
                select(price.times(amount)).where(this.<Integer>order("id").eq(1)), BigDecimal.class);
        assertThat(total).isEqualByComparingTo("4.50");
        BigDecimal more = value(
                select(price.plus(new BigDecimal("0.25")))
                        .where(this.<Integer>order("id").eq(2)),
                BigDecimal.class);
        assertThat(more).isEqualByComparingTo("12.50");
    }

    @Check
    public void nothingPlusSomethingIsNothing() {
        assertThat(value(select(age().plus(1)).where(id().eq(3)), Integer.class))
                .isNull();
        assertThat(value(select(person("email").concat("!")).where(id().eq(3)), String.class))
                .isNull();
    }

    @Check
    public void casts() {
        assertThat(bob(cast(age(), string(10)), String.class)).isEqualTo("40");
        assertThat(bob(cast(literal("17"), INTEGER), Integer.class)).isEqualTo(17);
        assertThat(bob(cast(age(), BIGINT), Long.class)).isEqualTo(40L);
        assertThat(bob(cast(age(), numeric(10, 2)), BigDecimal.class)).isEqualByComparingTo("40");
        assertThat(bob(cast(literal("2024-02-29"), DATE), LocalDate.class)).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Check
    public void functionsOfNumbers() {
        assertThat(bob(func("abs", age().minus(50)), Integer.class)).isEqualTo(10);
        assertThat(value(select(coalesce(age(), 7)).where(id().eq(3)), Integer.class))
                .isEqualTo(7);
        assertThat(value(select(coalesce(age(), id())).where(id().eq(3)), Integer.class))
                .isEqualTo(3);
        assertThat(bob(func("nullif", age(), 40), Integer.class)).isNull();
    }

    @Check
    public void valuesOfEachKind() {
        assertThat(bob(literal(7), Integer.class)).isEqualTo(7);
        assertThat(bob(literal("it's"), String.class)).isEqualTo("it's");
        assertThat(bob(literal(2.5, DOUBLE), Double.class)).isEqualTo(2.5);
        assertThat(bob(literal(4_000_000_000L), Long.class)).isEqualTo(4_000_000_000L);
        assertThat(bob(literal(null, INTEGER), Integer.class)).isNull();
        assertThat(bob(literal(3).plus(4).times(id()), Integer.class)).isEqualTo(14);
    }
}

package org.aludel.databases.recipes;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.aludel.engine.Engine;
import org.aludel.errors.AludelException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Dialect;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;

/** A boolean that takes what people write for one; {@code BOOLEAN} itself takes true, false, 0 and 1 only. */
enum LiberalBoolean implements TypeDecorator<Object, Boolean> {
    LIBERAL_BOOLEAN;

    @Override
    public Class<Object> javaType() {
        return Object.class;
    }

    @Override
    public Type<Boolean> impl() {
        return BOOLEAN;
    }

    @Override
    public Boolean toStored(Object value, Dialect dialect) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on", "t" -> true;
            case "false", "no", "n", "off", "f" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no: " + value);
        };
    }

    @Override
    public Object fromStored(Boolean value, Dialect dialect) {
        return value;
    }

    static void run(Engine engine) {
        MetaData metadata = new MetaData();
        Table flags =
                metadata.table("recipe_flags", column("id", INTEGER).primaryKey(), column("set_by", LIBERAL_BOOLEAN));
        Column<Object> flag = flags.c("set_by", Object.class);
        metadata.createAll(engine);
        engine.useTransaction(conn -> {
            for (Object given : List.of("Yes", 7, "off", 0, true)) {
                conn.execute(flags.insert().set(flag, given));
            }
            assertThat(conn.execute(select(flag).orderBy(flags.c("id"))).scalars(flag))
                    .containsExactly(true, true, false, false, true);
        });
        assertThatThrownBy(() -> engine.useTransaction(
                        conn -> conn.execute(flags.insert().set(flag, "perhaps"))))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining("perhaps");
        metadata.dropAll(engine);
    }
}

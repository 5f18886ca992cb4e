package org.aludel.databases.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.typeCoerce;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.binary;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Dialect;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;

/** Strings that are kept as UTF-8 in a binary column, whatever the encoding of the database. */
record Utf8(int bytes) implements TypeDecorator<String, byte[]> {

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public Type<byte[]> impl() {
        return binary(bytes);
    }

    @Override
    public byte[] toStored(String value, Dialect dialect) {
        return value.getBytes(UTF_8);
    }

    @Override
    public String fromStored(byte[] value, Dialect dialect) {
        return new String(value, UTF_8);
    }

    static void run(Engine engine) {
        MetaData metadata = new MetaData();
        Table words = metadata.table("recipe_words", column("id", INTEGER).primaryKey(), column("word", new Utf8(40)));
        Column<String> word = words.c("word", String.class);
        metadata.createAll(engine);
        engine.useTransaction(conn -> {
            conn.execute(words.insert().set(word, "M\u00fcnchen \u6771\u4eac"));
            assertThat(conn.execute(select(word).where(word.eq("M\u00fcnchen \u6771\u4eac")))
                            .scalar(String.class))
                    .isEqualTo("M\u00fcnchen \u6771\u4eac");
            byte[] stored = conn.execute(select(typeCoerce(word, binary(40)))).scalar(byte[].class);
            assertThat(stored).isEqualTo("M\u00fcnchen \u6771\u4eac".getBytes(UTF_8));
        });
        metadata.dropAll(engine);
    }
}

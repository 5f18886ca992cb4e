package org.aludel.itests.corpus.orm.ext;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.sql.Dialect;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.aludel.types.Types;

/** A type decorator in ORM round trip and criteria. */
@ScenarioId("ext.types.decorator-15")
final class ExtTypesDecorator15 extends Scenario {

    static final class MyType implements TypeDecorator<String, String> {

        @Override
        public Class<String> javaType() {
            return String.class;
        }

        @Override
        public Type<String> impl() {
            return Types.STRING;
        }

        @Override
        public String toStored(String value, Dialect dialect) {
            return "PREFIX:" + value;
        }

        @Override
        public String fromStored(String value, Dialect dialect) {
            return value.substring(7);
        }
    }

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        String x;
    }

    private T t;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table("t", column("id", INTEGER).primaryKey(), column("x", new MyType()));
        model.metaData(tables).map(T.class);
    }

    @Override
    protected void steps() {
        step(() -> {
            t = with(new T(), x1 -> x1.x = "v");
            s.add(t);
            s.commit();
            return t.x;
        });
        step(() -> s.query(T.class).filter(ExtTypesDecorator15_T_.x.eq("v")).one() == t);
        step(() -> list(
                s.query(ExtTypesDecorator15_T_.x).all().stream()
                        .map(x -> list(x))
                        .toList(),
                s.query(T.class).filter(ExtTypesDecorator15_T_.x.in("v", "w")).count()));
        step(() -> {
            t.x = "v";
            return s.isModified(t);
        });
    }
}

package org.aludel.itests.corpus.orm.ext;

import static org.aludel.orm.Orm.attribute;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.not;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Attribute;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Mappings;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Dialect;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.aludel.types.Types;

/** String values are refused for Boolean, a decorator allows them. */
@ScenarioId("ext.types.boolean-16")
final class ExtTypesBoolean16 extends Scenario {

    static final class LiberalBoolean implements TypeDecorator<Object, Boolean> {

        @Override
        public Class<Object> javaType() {
            return Object.class;
        }

        @Override
        public Type<Boolean> impl() {
            return Types.BOOLEAN;
        }

        @Override
        public Boolean toStored(Object value, Dialect dialect) {
            return Integer.parseInt(value.toString()) != 0;
        }

        @Override
        public Object fromStored(Boolean value, Dialect dialect) {
            return value;
        }
    }

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        Object strict;
        Object liberal;
    }

    private static final Attribute<T, Boolean> STRICT = attribute(T.class, "strict");

    private T t;

    @Override
    protected void model(SessionFactoryBuilder model) {
        Table table = new MetaData()
                .table(
                        "t",
                        column("id", INTEGER).primaryKey(),
                        column("strict", BOOLEAN),
                        column("liberal", new LiberalBoolean()));
        Mappings mappings = new Mappings();
        mappings.map(T.class, table, mapping -> {});
        model.with(mappings);
    }

    @Override
    protected void steps() {
        step(() -> {
            s.add(with(new T(), x1 -> x1.strict = "0"));
        });
        step(() -> s.flush());
        step(() -> {
            s.rollback();
            s.add(with(new T(), x1 -> x1.strict = 5));
        });
        step(() -> s.flush());
        step(() -> {
            s.rollback();
            t = with(new T(), x1 -> {
                x1.strict = true;
                x1.liberal = "0";
            });
            s.add(t);
            s.commit();
            return list(t.strict, t.liberal);
        });
        step(() -> list(
                s.query(T.class).filter(STRICT).count(),
                s.query(T.class).filter(not(STRICT)).count(),
                s.query(T.class).filter(STRICT.eq(true)).count()));
    }
}

package org.aludel.itests.corpus.orm.ext;

import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.sql.Dialect;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.aludel.types.Types;

/** A type decorator on a primary and foreign key. */
@ScenarioId("ext.types.pk-decorator-26")
final class ExtTypesPkDecorator26 extends Scenario {

    static final class Code implements TypeDecorator<Integer, String> {

        @Override
        public Class<Integer> javaType() {
            return Integer.class;
        }

        @Override
        public Type<String> impl() {
            return Types.STRING;
        }

        @Override
        public String toStored(Integer value, Dialect dialect) {
            return "c" + value;
        }

        @Override
        public Integer fromStored(String value, Dialect dialect) {
            return Integer.valueOf(value.substring(1));
        }
    }

    @Mapped(table = "p")
    static class P {
        @Id
        Integer id;

        @Relationship(backref = "p", orderBy = "id")
        List<C> cs = new ArrayList<>();
    }

    @Mapped(table = "c")
    static class C {
        @Id
        Integer id;

        @References("p.id")
        Integer p_id;

        @Relationship
        P p;
    }

    private P p;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table("p", column("id", new Code()).primaryKey());
        tables.table(
                "c",
                column("id", INTEGER).primaryKey(),
                column("p_id", new Code()).references("p.id"));
        model.metaData(tables).map(P.class, C.class);
    }

    @Override
    protected void steps() {
        step(() -> {
            p = with(new P(), x1 -> {
                x1.id = 5;
                x1.cs.add(new C());
                x1.cs.add(new C());
            });
            s.add(p);
            s.commit();
        });
        step(() -> list(p.id, p.cs.stream().map(c -> c.p_id).toList()));
        step(() -> list(
                s.get(P.class, 5) == p,
                s.query(C.class).filter(ExtTypesPkDecorator26_C_.p.eq(p)).count()));
        step(() -> {
            s.clear();
            return s.query(C.class).first().p.id;
        });
        step(() -> s.query(P.class).options(selectinLoad(ExtTypesPkDecorator26_P_.cs)).all().stream()
                .map(x -> x.cs.size())
                .toList());
    }
}

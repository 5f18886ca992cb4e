package org.aludel.itests.corpus.orm.ext;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AttributeModified;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Instrument;
import org.aludel.orm.Mappings;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** In-place changes of a mutable dictionary. */
@ScenarioId("ext.mutable.dict-10")
@Instrument(ExtMutableDict10.MyDataClass.class)
final class ExtMutableDict10 extends Scenario {

    static class MyDataClass {
        Integer id;
        Map<String, Object> data;
        List<Object> lst;
        Set<Object> st;
        String plain;
    }

    private MyDataClass m;

    @Override
    protected void model(SessionFactoryBuilder model) {
        Table table = new MetaData()
                .table(
                        "my_data",
                        column("id", INTEGER).primaryKey(),
                        column("data", JsonText.map()),
                        column("lst", JsonText.list()),
                        column("st", JsonText.set()),
                        column("plain", string(200)));
        model.with(new Mappings().map(MyDataClass.class, table, mapping -> mapping.mutable("data", "lst", "st")));
        model.on(
                AttributeModified.class,
                EventFilter.of(MyDataClass.class, "data"),
                e -> log("modified", JsonText.write(((MyDataClass) e.target()).data)));
    }

    @Override
    protected void steps() {
        step(() -> {
            m = with(new MyDataClass(), x1 -> x1.data = new HashMap<>(Map.of("a", 1)));
            s.add(m);
            s.commit();
        });
        step(() -> {
            m.data.put("b", 2);
            return s.modifiedObjects().contains(m);
        });
        step(() -> s.commit());
        step(() -> {
            m.data.putAll(Map.of("c", 3));
            m.data.remove("a");
            m.data.remove("b");
            s.commit();
            return m.data;
        });
        step(() -> s.flush());
    }
}

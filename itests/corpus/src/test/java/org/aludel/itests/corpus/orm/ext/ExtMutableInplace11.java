package org.aludel.itests.corpus.orm.ext;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AttributeModified;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Instrument;
import org.aludel.orm.Mappings;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Operations in place fire change events. */
@ScenarioId("ext.mutable.inplace-11")
@Instrument(ExtMutableInplace11.MyDataClass.class)
final class ExtMutableInplace11 extends Scenario {

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
            m = with(new MyDataClass(), x1 -> {
                x1.st = Set.of(1, 2, 3);
                x1.lst = new ArrayList<>(List.of(1));
            });
            s.add(m);
            s.commit();
        });
        step(() -> {
            m.st.retainAll(Set.of(1, 3));
            return list(s.modifiedObjects().contains(m), List.copyOf(new TreeSet<>(m.st)));
        });
        step(() -> s.flush());
        step(() -> {
            m.st.addAll(Set.of(9));
            s.flush();
        });
        step(() -> {
            m.st.remove(1);
            m.st.add(50);
            m.st.removeAll(Set.of(3));
            s.flush();
        });
        step(() -> {
            m.lst.addAll(List.of(2, 3));
            s.flush();
        });
        step(() -> {
            m.lst.add(4);
            m.lst.set(0, 100);
            m.lst.sort(null);
            s.flush();
        });
        step(() -> {
            s.commit();
            return list(List.copyOf(new TreeSet<>(m.st)), m.lst);
        });
    }
}

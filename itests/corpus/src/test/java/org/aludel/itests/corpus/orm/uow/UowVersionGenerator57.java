package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Col;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Custom version_id_generator. */
@ScenarioId("uow.version.generator-57")
final class UowVersionGenerator57 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        @Col(nullable = false)
        String version_id;

        String value;

        @Configures
        static void configure(ClassMapping<T> mapping) {
            mapping.version(
                    "version_id",
                    v -> "v" + (v == null ? 1 : Integer.parseInt(v.toString().substring(1)) + 1));
        }
    }

    private T t;

    @Override
    protected void steps() {
        step(() -> {
            t = with(new T(), x1 -> x1.value = "a");
            s.add(t);
            s.commit();
            return t.version_id;
        });
        step(() -> {
            t.value = "b";
            s.commit();
            return t.version_id;
        });
    }
}

package org.aludel.benchmarks.startup;

import javax.sql.DataSource;
import org.aludel.engine.Engine;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;

/** The toolkit's mapper. */
public final class AludelStartup implements Startup {

    @Override
    public String peer() {
        return "aludel";
    }

    @Override
    public int first(DataSource source) {
        SessionFactory sessions = SessionFactory.builder(Engine.of(source))
                .map(Items.ALL.toArray(Class<?>[]::new))
                .build();
        try (Session session = sessions.open()) {
            Items.Item20 item = session.get(Items.Item20.class, 1);
            return item == null ? 0 : item.name.length();
        }
    }
}

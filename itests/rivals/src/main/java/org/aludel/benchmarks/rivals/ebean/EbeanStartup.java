package org.aludel.benchmarks.rivals.ebean;

import io.ebean.Database;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.aludel.benchmarks.startup.Startup;

/** Ebean. */
public final class EbeanStartup implements Startup {

    @Override
    public String peer() {
        return "ebean";
    }

    @Override
    public int first(DataSource source) {
        List<Class<?>> classes = new ArrayList<>(Items.ALL);
        classes.add(Items.Item.class);
        Database database = EbeanPeer.database(source, classes);
        Items.Item20 item = database.find(Items.Item20.class, 1);
        return item == null ? 0 : item.name.length();
    }
}

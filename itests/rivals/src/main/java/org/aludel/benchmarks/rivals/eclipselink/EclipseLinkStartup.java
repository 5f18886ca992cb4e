package org.aludel.benchmarks.rivals.eclipselink;

import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.aludel.benchmarks.startup.Startup;

/** EclipseLink. */
public final class EclipseLinkStartup implements Startup {

    @Override
    public String peer() {
        return "eclipselink";
    }

    @Override
    public int first(DataSource source) {
        try (EntityManager manager =
                EclipseLinkPeer.factory("startup-eclipselink", source).createEntityManager()) {
            return manager.find(Items.Item20.class, 1).name.length();
        }
    }
}

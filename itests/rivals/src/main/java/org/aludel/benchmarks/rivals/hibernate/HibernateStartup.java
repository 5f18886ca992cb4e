package org.aludel.benchmarks.rivals.hibernate;

import jakarta.persistence.EntityManager;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.aludel.benchmarks.startup.Startup;

/** Hibernate. */
public final class HibernateStartup implements Startup {
    private static final Logger LOG = Logger.getLogger("org.hibernate");

    @Override
    public String peer() {
        return "hibernate";
    }

    @Override
    public int first(DataSource source) {
        LOG.setLevel(Level.SEVERE);
        try (EntityManager manager = HibernatePeer.configuration(source)
                .managedClasses(Items.ALL.toArray(Class<?>[]::new))
                .createEntityManagerFactory()
                .createEntityManager()) {
            return manager.find(Items.Item20.class, 1).name.length();
        }
    }
}

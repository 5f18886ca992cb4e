package org.aludel.benchmarks.rivals.hibernate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.aludel.benchmarks.BenchmarkDatabase;
import org.aludel.benchmarks.rivals.JpaPeer;
import org.aludel.benchmarks.rivals.JpaUser;
import org.hibernate.Session;
import org.hibernate.Version;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * Hibernate: batches of 100 in order of tables, no second cache, and told that the pool's connections do not commit by
 * themselves. Eager collections come by a join, batched ones by the subselect that its guide names for this.
 */
public final class HibernatePeer extends JpaPeer {
    private static final Logger LOG = Logger.getLogger("org.hibernate");

    static {
        LOG.setLevel(Level.SEVERE);
    }

    public HibernatePeer() {
        super(User.class);
    }

    @Override
    public String name() {
        return "hibernate";
    }

    @Override
    public String product() {
        return "Hibernate " + Version.getVersionString();
    }

    @Override
    protected EntityManagerFactory start(BenchmarkDatabase database) {
        return configuration(database.dataSource())
                .managedClasses(User.class, Address.class)
                .createEntityManagerFactory();
    }

    /** The settings, without classes. */
    static HibernatePersistenceConfiguration configuration(DataSource source) {
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("benchmarks");
        configuration.property("jakarta.persistence.nonJtaDataSource", source);
        configuration.property("hibernate.connection.provider_disables_autocommit", true);
        configuration.property("hibernate.jdbc.batch_size", 100);
        configuration.property("hibernate.order_inserts", true);
        configuration.property("hibernate.order_updates", true);
        configuration.property("hibernate.cache.use_second_level_cache", false);
        return configuration;
    }

    @Override
    protected JpaUser user(String name, String fullname, int age, LocalDateTime created, BigDecimal balance) {
        return new User(name, fullname, age, created, balance);
    }

    @Override
    protected Query eagerly(EntityManager manager, int count) {
        return manager.createQuery(
                        "select u from User u left join fetch u.addresses where u.id <= :count order by u.id")
                .setParameter("count", count);
    }

    @Override
    protected Query batched(EntityManager manager, Query query) {
        manager.unwrap(Session.class).setSubselectFetchingEnabled(true);
        return query;
    }
}

package org.aludel.benchmarks.rivals.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import javax.sql.DataSource;
import org.aludel.benchmarks.BenchmarkDatabase;
import org.aludel.benchmarks.rivals.JpaPeer;
import org.aludel.benchmarks.rivals.JpaUser;
import org.eclipse.persistence.Version;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * EclipseLink with classes woven when they are built: batch writing of 100, shared cache off, collections by its batch
 * reading, which its guide prefers to joins for them.
 */
public final class EclipseLinkPeer extends JpaPeer {
    public EclipseLinkPeer() {
        super(User.class);
    }

    @Override
    public String name() {
        return "eclipselink";
    }

    @Override
    public String product() {
        return "EclipseLink " + Version.getVersion();
    }

    @Override
    protected EntityManagerFactory start(BenchmarkDatabase database) {
        return factory("benchmarks-eclipselink", database.dataSource());
    }

    /** Starts a persistence unit. */
    static EntityManagerFactory factory(String unit, DataSource source) {
        return new PersistenceProvider()
                .createEntityManagerFactory(
                        unit,
                        Map.of(
                                "jakarta.persistence.nonJtaDataSource", source,
                                "eclipselink.jdbc.batch-writing", "JDBC",
                                "eclipselink.jdbc.batch-writing.size", "100",
                                "eclipselink.cache.shared.default", "false",
                                "eclipselink.weaving", "static",
                                "eclipselink.logging.level", "SEVERE"));
    }

    @Override
    protected JpaUser user(String name, String fullname, int age, LocalDateTime created, BigDecimal balance) {
        return new User(name, fullname, age, created, balance);
    }

    @Override
    protected Query eagerly(EntityManager manager, int count) {
        return batched(
                manager,
                manager.createQuery("select u from User u where u.id <= :count order by u.id")
                        .setParameter("count", count));
    }

    @Override
    protected Query batched(EntityManager manager, Query query) {
        return query.setHint("eclipselink.batch.type", "IN").setHint("eclipselink.batch", "u.addresses");
    }
}

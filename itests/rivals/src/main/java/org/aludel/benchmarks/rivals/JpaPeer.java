package org.aludel.benchmarks.rivals;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.aludel.benchmarks.BenchmarkDatabase;
import org.aludel.benchmarks.Checksum;
import org.aludel.benchmarks.Criteria;
import org.aludel.benchmarks.Peer;
import org.aludel.benchmarks.Samples;
import org.aludel.benchmarks.Sizes;
import org.aludel.benchmarks.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The workloads by the API of Jakarta Persistence: queries in its language, the dynamic one by criteria. What a provider does
 * in its own way, subclasses add.
 */
public abstract class JpaPeer implements Peer {
    private final Class<? extends JpaUser> userClass;
    private @Nullable EntityManagerFactory factory;
    private Sizes sizes = Sizes.FULL;

    protected JpaPeer(Class<? extends JpaUser> userClass) {
        this.userClass = userClass;
    }

    /** Starts the provider on the pool. */
    protected abstract EntityManagerFactory start(BenchmarkDatabase database);

    /** A user of the provider's class. */
    protected abstract JpaUser user(String name, String fullname, int age, LocalDateTime created, BigDecimal balance);

    /** Asks for the users' addresses with the users. */
    protected abstract Query eagerly(EntityManager manager, int count);

    /** Makes the query load the addresses of many users at the first touch, or with the users, without a join. */
    protected abstract Query batched(EntityManager manager, Query query);

    @Override
    public @Nullable String cannot(Workload workload) {
        return switch (workload) {
            case W8 -> "compiles only what it runs";
            case W10 -> "inserts objects only";
            default -> null;
        };
    }

    @Override
    public void open(BenchmarkDatabase database) {
        sizes = database.sizes();
        for (String sequence : List.of("users_keys", "addresses_keys")) {
            // Far above the keys of the data set; a step of 50 is what the allocation size of the classes says.
            database.execute("CREATE SEQUENCE IF NOT EXISTS " + sequence + " START WITH 1000000 INCREMENT BY 50");
        }
        factory = start(database);
    }

    @Override
    public long byKey(int id) {
        return read(manager -> manager.find(userClass, id).checksum());
    }

    @Override
    public long rows() {
        return read(manager -> {
            long sum = 0;
            for (Object[] row : manager.createQuery(
                            "select u.id, u.name, u.fullname, u.age, u.created, u.balance from User u", Object[].class)
                    .getResultList()) {
                sum += user(row);
            }
            return sum;
        });
    }

    @Override
    public long entities() {
        return read(manager -> {
            long sum = 0;
            for (JpaUser user : users(manager.createQuery("select u from User u"))) {
                sum += user.checksum();
            }
            return sum;
        });
    }

    @Override
    public long parentsWithChildren() {
        return read(manager -> checksumWithAddresses(eagerly(manager, sizes.parents())));
    }

    @Override
    public long insertGraph(boolean commit) {
        return work(commit, manager -> {
            long rows = 0;
            for (int number = 0; number < sizes.newParents(); number++) {
                JpaUser user = user(
                        Samples.name(number),
                        Samples.fullname(number),
                        Samples.age(number),
                        Samples.created(number),
                        Samples.balance(number));
                for (int index = 0; index < sizes.newChildrenEach(); index++) {
                    user.add(Samples.email(number, index), Samples.city(number, index));
                }
                manager.persist(user);
                rows += 1 + sizes.newChildrenEach();
            }
            manager.flush();
            return rows;
        });
    }

    @Override
    public long changeOne(boolean commit) {
        return work(commit, manager -> {
            List<JpaUser> users = users(first(manager, sizes.parents()));
            for (JpaUser user : users) {
                user.setAge(user.getAge() + 1);
            }
            manager.flush();
            return users.size();
        });
    }

    @Override
    public long dynamicQuery(int call) {
        int choice = Criteria.choice(call);
        return read(manager -> {
            CriteriaBuilder builder = manager.getCriteriaBuilder();
            CriteriaQuery<Object[]> query = builder.createQuery(Object[].class);
            Root<? extends JpaUser> user = query.from(userClass);
            Join<Object, Object> address = user.join("addresses");
            List<Predicate> predicates = predicates(builder, user, address, choice);
            query.multiselect(
                            user.get("id"),
                            user.get("name"),
                            user.get("fullname"),
                            user.get("age"),
                            user.get("created"),
                            user.get("balance"),
                            address.get("id"),
                            address.get("email"),
                            address.get("city"))
                    .where(predicates.toArray(Predicate[]::new))
                    .orderBy(builder.asc(user.get("id")), builder.asc(address.get("id")));
            long sum = 0;
            for (Object[] row :
                    manager.createQuery(query).setMaxResults(Criteria.LIMIT).getResultList()) {
                sum += user(row) + Checksum.address((Integer) row[6], (String) row[7], (String) row[8]);
            }
            return sum;
        });
    }

    private static List<Predicate> predicates(
            CriteriaBuilder builder, Root<?> user, Join<Object, Object> address, int choice) {
        List<Predicate> predicates = new ArrayList<>();
        predicates.add(builder.le(user.get("id"), Criteria.FIRST_USERS));
        if (Criteria.has(choice, 0)) {
            predicates.add(builder.gt(user.get("age"), Criteria.AGE_OVER));
        }
        if (Criteria.has(choice, 1)) {
            predicates.add(builder.like(user.get("name"), Criteria.NAME_START + "%"));
        }
        if (Criteria.has(choice, 2)) {
            predicates.add(builder.between(user.get("balance"), Criteria.BALANCE_FROM, Criteria.BALANCE_TO));
        }
        if (Criteria.has(choice, 3)) {
            predicates.add(builder.equal(address.get("city"), Criteria.CITY));
        }
        if (Criteria.has(choice, 4)) {
            predicates.add(builder.lessThan(user.get("created"), Criteria.CREATED_BEFORE));
        }
        if (Criteria.has(choice, 5)) {
            predicates.add(builder.like(address.get("email"), "%" + Criteria.EMAIL_END));
        }
        return predicates;
    }

    @Override
    public int compile() {
        throw new UnsupportedOperationException(cannot(Workload.W8));
    }

    @Override
    public long lazyOneByOne() {
        return read(manager -> checksumWithAddresses(first(manager, sizes.lazy())));
    }

    @Override
    public long lazyBatched() {
        return read(manager -> checksumWithAddresses(batched(manager, first(manager, sizes.lazy()))));
    }

    @Override
    public long insertBatch(boolean commit) {
        throw new UnsupportedOperationException(cannot(Workload.W10));
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }

    private static Query first(EntityManager manager, int count) {
        return manager.createQuery("select u from User u where u.id <= :count order by u.id")
                .setParameter("count", count);
    }

    private long checksumWithAddresses(Query query) {
        long sum = 0;
        for (JpaUser user : users(query)) {
            sum += user.checksumWithAddresses();
        }
        return sum;
    }

    @SuppressWarnings("unchecked") // the queries select users
    private static List<JpaUser> users(Query query) {
        return query.getResultList();
    }

    private static long user(Object[] row) {
        return Checksum.user(
                (Integer) row[0],
                (String) row[1],
                (String) row[2],
                (Integer) row[3],
                (LocalDateTime) row[4],
                (BigDecimal) row[5]);
    }

    private long read(ToLongFunction<EntityManager> work) {
        return work(false, work);
    }

    private long work(boolean commit, ToLongFunction<EntityManager> work) {
        EntityManagerFactory opened = Objects.requireNonNull(factory, "open it first");
        try (EntityManager manager = opened.createEntityManager()) {
            manager.getTransaction().begin();
            boolean done = false;
            try {
                long result = work.applyAsLong(manager);
                done = commit;
                return result;
            } finally {
                if (done) {
                    manager.getTransaction().commit();
                } else {
                    manager.getTransaction().rollback();
                }
            }
        }
    }
}

package org.aludel.orm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the same tables spread over several databases, each row in one of them. The shard of a row is part of its
 * object's identity (its identity token), so that the same primary key may be used in each shard.
 *
 * <pre>{@code
 * Shards shards = Shards.of(Map.of("asia", asia, "europe", europe))
 *         .placing(object -> object instanceof Location place ? place.continent() : null)
 *         .finding(request -> List.of("asia", "europe"));
 * SessionFactory sessions = SessionFactory.builder().map(Location.class).shards(shards).build();
 * }</pre>
 *
 * <p>Without functions, a new object goes to the shard of an object that it refers to, keys and queries go to all shards,
 * and what an object loads lazily comes from its own. Immutable: each call gives another description. The functions are
 * called by many threads at once.
 *
 * @since 0.1
 */
public final class Shards {

    private final Map<String, Engine> engines;
    private final @Nullable Function<Object, @Nullable String> placing;
    private final @Nullable Function<IdentityRequest, List<String>> finding;
    private final @Nullable Function<QueryRequest, List<String>> querying;

    /**
     * Where an object of a key may be.
     *
     * @param type the class asked for
     * @param key the key's value, or a list of several
     * @param loadedFrom the shard of the object that refers to it; null for {@link Session#get}
     */
    public record IdentityRequest(
            Class<?> type, Object key, @Nullable String loadedFrom) {}

    /**
     * A query that is about to run.
     *
     * @param type the first class in it; null if it names none
     * @param query the query, with its criteria
     */
    public record QueryRequest(@Nullable Class<?> type, Query<?> query) {

        /**
         * The values that an attribute must have one of for a row to be found: those that conditions joined by AND compare
         * it with, by {@code eq} or {@code in}. Empty if the query does not say.
         *
         * <pre>{@code
         * .querying(request -> {
         *     Set<String> asked = request.values(Location_.continent);
         *     return asked.isEmpty() ? List.copyOf(engines.keySet()) : List.copyOf(asked);
         * })
         * }</pre>
         */
        public <V> Set<V> values(Attribute<?, V> attribute) {
            return ComparedValues.of(query.whereClause(), attribute);
        }
    }

    private Shards(
            Map<String, Engine> engines,
            @Nullable Function<Object, @Nullable String> placing,
            @Nullable Function<IdentityRequest, List<String>> finding,
            @Nullable Function<QueryRequest, List<String>> querying) {
        this.engines = engines;
        this.placing = placing;
        this.finding = finding;
        this.querying = querying;
    }

    /**
     * Shards by name. Results of several shards come in the order of this map.
     *
     * @throws ArgumentException ALU-0556 if there is none
     */
    public static Shards of(Map<String, Engine> engines) {
        if (engines.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0556",
                    "there are no shards; where: Shards.of(...); what to do: give at least one name with its engine");
        }
        return new Shards(Collections.unmodifiableMap(new LinkedHashMap<>(engines)), null, null, null);
    }

    /** The function that names the shard of a new object; null where it can't tell, then references decide. */
    public Shards placing(Function<Object, @Nullable String> function) {
        return new Shards(engines, Objects.requireNonNull(function), finding, querying);
    }

    /** The function that names the shards in which a key may be found, in the order of search. */
    public Shards finding(Function<IdentityRequest, List<String>> function) {
        return new Shards(engines, placing, Objects.requireNonNull(function), querying);
    }

    /** The function that names the shards that a query goes to. {@link Query#onShard} goes before it. */
    public Shards querying(Function<QueryRequest, List<String>> function) {
        return new Shards(engines, placing, finding, Objects.requireNonNull(function));
    }

    /** The engines by name. */
    public Map<String, Engine> engines() {
        return engines;
    }

    /** The shard of a new object; null where the function can't tell or is not there. */
    public @Nullable String place(Object object) {
        return placing == null ? null : placing.apply(object);
    }

    /** The shards in which a key may be found. */
    public List<String> find(IdentityRequest request) {
        if (finding != null) {
            return finding.apply(request);
        }
        String from = request.loadedFrom();
        return from == null ? List.copyOf(engines.keySet()) : List.of(from);
    }

    /** The shards that a query goes to. */
    public List<String> query(QueryRequest request) {
        return querying == null ? List.copyOf(engines.keySet()) : querying.apply(request);
    }
}

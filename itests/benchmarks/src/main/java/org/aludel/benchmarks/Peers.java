package org.aludel.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The peers there are, found by {@link ServiceLoader}. */
public final class Peers {
    /** Plain JDBC and the toolkit; all others are rivals. */
    static final List<String> FIRST = List.of("jdbc", "jdbc-floor", "aludel");

    /** The order of peers by name, in runs and in tables. */
    public static final Comparator<String> ORDER = Comparator.<String>comparingInt(
                    name -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());

    private Peers() {}

    /** All of them, each new: plain JDBC and the toolkit first, then others by name. */
    public static List<Peer> all() {
        return ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Peer::name, ORDER))
                .toList();
    }

    /**
     * The peer of the given name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Peer named(String name) {
        List<Peer> all = all();
        return all.stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no peer is called " + name + "; there are "
                        + all.stream().map(Peer::name).toList()));
    }
}

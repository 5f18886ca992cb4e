package org.aludel.benchmarks;

import java.util.List;
import java.util.ServiceLoader;

/** The peers there are, found by {@link ServiceLoader}. */
public final class Peers {
    private Peers() {}

    /** All of them, each new. */
    public static List<Peer> all() {
        return ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
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

package org.aludel.quickstart;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the shop by itself: Weld as container, Narayana as transaction manager, H2 as database unless
 * {@code -Daludel.url} names another. {@code -Dchinook=ChinookData.json} loads the whole of Chinook at the end.
 */
public final class Quickstart {

    /** Held, because a logger's level goes with the logger. */
    private static final Logger CONTAINER = Logger.getLogger("org.jboss.weld");

    private static final Logger TRANSACTIONS = Logger.getLogger("com.arjuna");

    private Quickstart() {}

    public static void main(String[] arguments) throws IOException {
        CONTAINER.setLevel(Level.WARNING);
        TRANSACTIONS.setLevel(Level.WARNING);
        String chinook = System.getProperty("chinook", "");
        try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
            Tour tour = container.select(Tour.class).get();
            tour.walk();
            if (!chinook.isBlank()) {
                tour.load(Path.of(chinook));
            }
        }
    }
}

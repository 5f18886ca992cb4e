package org.aludel.acceptance;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.quickstart.Tour;

/**
 * A program that loads Chinook, and stops for ever in the middle of it: when it has said so, it waits to be killed. The
 * arguments are the file and the number of INSERT statements to be through with.
 */
final class InterruptedLoad {

    /** Printed with the tables written to, once the program has stopped. */
    static final String MARK = "stopped inside the load, written: ";

    private static final Pattern INSERT = Pattern.compile("insert into (\\w+)", Pattern.CASE_INSENSITIVE);

    private InterruptedLoad() {}

    public static void main(String[] arguments) throws Exception {
        int limit = Integer.parseInt(arguments[1]);
        List<String> written = new ArrayList<>();
        try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
            container.select(Engine.class).get().on(AfterExecute.class, e -> {
                Matcher insert = INSERT.matcher(e.sql());
                if (insert.find()) {
                    written.add(insert.group(1).toLowerCase(Locale.ROOT));
                    if (written.size() == limit) {
                        System.out.println(MARK + String.join(" ", written));
                        System.out.flush();
                        while (true) {
                            LockSupport.park();
                        }
                    }
                }
            });
            container.select(Tour.class).get().load(Path.of(arguments[0]));
        }
        System.out.println("the load went through, written: " + written);
    }
}

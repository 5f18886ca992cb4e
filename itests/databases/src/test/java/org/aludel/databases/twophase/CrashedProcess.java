package org.aludel.databases.twophase;

import static org.aludel.sql.Sql.text;

import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Commit;
import org.aludel.engine.Engine;
import org.aludel.engine.Prepare;
import org.aludel.engine.TwoPhase;

/** A program that writes to two databases in one transaction and is killed on the way. */
final class CrashedProcess {

    private CrashedProcess() {}

    /** Arguments: where to crash ("prepared" or "decided"), and the two URLs. */
    public static void main(String[] arguments) {
        try (Engine one = Engine.create(arguments[1]);
                Engine two = Engine.create(arguments[2])) {
            AtomicInteger prepared = new AtomicInteger();
            for (Engine engine : new Engine[] {one, two}) {
                if (arguments[0].equals("prepared")) {
                    engine.on(Prepare.class, e -> haltAt(prepared.incrementAndGet(), 2));
                } else {
                    engine.on(Commit.class, e -> haltAt(1, 1));
                }
            }
            try (TwoPhase tp = TwoPhase.begin(one, two)) {
                tp.on(one).execute(text("INSERT INTO tp_crash VALUES (1)"));
                tp.on(two).execute(text("INSERT INTO tp_crash VALUES (1)"));
                tp.commit();
            }
        }
    }

    private static void haltAt(int count, int wanted) {
        if (count == wanted) {
            Runtime.getRuntime().halt(9);
        }
    }
}

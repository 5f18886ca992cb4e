package org.aludel.databases.flush;

import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;

class H2FlushTest extends FlushSuite {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    Engine createEngine() {
        return Engine.create("h2:///mem:flush" + COUNT.incrementAndGet());
    }
}

package org.aludel.databases.session;

import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;

class H2SessionTest extends SessionSuite {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    Engine createEngine() {
        return Engine.create("h2:///mem:session" + COUNT.incrementAndGet());
    }
}

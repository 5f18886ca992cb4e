package org.aludel.databases.query;

import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;

class H2QueryTest extends QuerySuite {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    Engine createEngine() {
        return Engine.create("h2:///mem:query" + COUNT.incrementAndGet());
    }
}

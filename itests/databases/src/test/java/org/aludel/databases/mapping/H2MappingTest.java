package org.aludel.databases.mapping;

import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;

class H2MappingTest extends MappingSuite {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    Engine createEngine() {
        return Engine.create("h2:///mem:mapping" + COUNT.incrementAndGet());
    }
}

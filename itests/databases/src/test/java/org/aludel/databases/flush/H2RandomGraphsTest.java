package org.aludel.databases.flush;

import org.aludel.engine.Engine;

class H2RandomGraphsTest extends RandomGraphs {

    @Override
    Engine createEngine() {
        return Engine.create("h2:///mem:graphs");
    }
}

package org.aludel.cdi.internal;

import org.aludel.engine.Engine;
import org.aludel.orm.SessionFactory;

/**
 * One engine of an application with what stands on it.
 *
 * @param ownsEngine whether the engine was made here, and so is closed here
 */
record Database(Engine engine, SessionFactory factory, SessionSource sessions, boolean ownsEngine) {

    void close() {
        factory.close();
        if (ownsEngine) {
            engine.close();
        }
    }
}

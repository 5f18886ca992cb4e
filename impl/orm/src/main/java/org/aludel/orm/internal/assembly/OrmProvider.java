package org.aludel.orm.internal.assembly;

import org.aludel.engine.Engine;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.orm.spi.SessionFactoryProvider;
import org.jspecify.annotations.Nullable;

/** Found by the API, by {@link java.util.ServiceLoader}. */
public final class OrmProvider implements SessionFactoryProvider {

    @Override
    public SessionFactoryBuilder builder(@Nullable Engine engine) {
        return new FactoryAssembly(engine);
    }
}

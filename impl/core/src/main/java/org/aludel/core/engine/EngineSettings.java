package org.aludel.core.engine;

import java.util.Set;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.EchoSink;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Isolation;
import org.aludel.engine.PoolConfig;
import org.jspecify.annotations.Nullable;

/** What an engine was told when it was built, apart from where its database is. */
record EngineSettings(
        String name,
        PoolConfig pool,
        @Nullable Isolation isolation,
        Set<EchoCategory> echo,
        @Nullable EchoSink sink,
        boolean hideParameters,
        int cacheSize,
        ExecutionOptions options,
        boolean volatileTwoPhase,
        @Nullable ConnectArguments connect,
        boolean batching,
        boolean readOnly) {}

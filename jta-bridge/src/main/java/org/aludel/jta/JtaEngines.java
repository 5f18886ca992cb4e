package org.aludel.jta;

import javax.sql.DataSource;
import org.aludel.core.engine.CoreEngineBuilder;
import org.aludel.engine.Engine;

/**
 * Makes engines that take part in Jakarta transactions.
 *
 * <p>In a server the engine stands on the server's DataSource. Without one it stands on a pool of XA connections that the
 * embedded transaction manager drives: {@code org.aludel.jta.embedded.EmbeddedEngines}.
 *
 * @since 0.1
 */
public final class JtaEngines {

    private JtaEngines() {}

    /**
     * An engine on a DataSource that enlists its connections itself, as a server's does.
     *
     * @param builder the engine's settings, made for that DataSource
     */
    public static Engine onDataSource(CoreEngineBuilder builder, DataSource dataSource, JtaPlatform platform) {
        return builder.integration(new JtaIntegration(platform, dataSource)).build();
    }
}

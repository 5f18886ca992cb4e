package org.aludel.servers;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** The shop on PostgreSQL. */
class PostgreSqlContainerIT extends ContainerTransactions {

    @Deployment
    static Archive<?> deployment() {
        return ShopDeployment.onPostgreSql();
    }
}

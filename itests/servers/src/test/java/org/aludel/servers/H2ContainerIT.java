package org.aludel.servers;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** The shop on H2, the server's default DataSource. */
class H2ContainerIT extends ContainerTransactions {

    @Deployment
    static Archive<?> deployment() {
        return ShopDeployment.onH2();
    }
}

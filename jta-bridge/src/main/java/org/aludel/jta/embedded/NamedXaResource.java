package org.aludel.jta.embedded;

import java.util.function.BooleanSupplier;
import javax.transaction.xa.XAResource;
import org.aludel.jta.GuardedXaResource;
import org.jboss.tm.XAResourceWrapper;

/**
 * A guarded resource with a stable name. Narayana writes the name into its log and finds the resource by it at recovery;
 * without one its log is never cleaned.
 */
final class NamedXaResource extends GuardedXaResource implements XAResourceWrapper {

    private final String name;

    NamedXaResource(String name, XAResource driver, Branch branch, BooleanSupplier failed) {
        super(driver, branch, failed);
        this.name = name;
    }

    @Override
    public XAResource getResource() {
        return driverResource();
    }

    @Override
    public String getProductName() {
        return "Aludel";
    }

    @Override
    public String getProductVersion() {
        return "1";
    }

    @Override
    public String getJndiName() {
        return name;
    }
}

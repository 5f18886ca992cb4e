package org.aludel.sql.spi;

import java.util.ServiceLoader;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.Dialect;

/**
 * Finds the standard dialect, in which statements print themselves; the core provides it.
 *
 * @since 0.1
 */
public interface DialectLookup {

    /** The dialect of the SQL standard. */
    Dialect standardDialect();

    /** The standard dialect of the core on the class path. */
    static Dialect standard() {
        return Found.LOOKUP.standardDialect();
    }

    /** Loads the core on first use. */
    final class Found {

        private static final DialectLookup LOOKUP = find();

        private Found() {}

        private static DialectLookup find() {
            return ServiceLoader.load(DialectLookup.class, DialectLookup.class.getClassLoader())
                    .findFirst()
                    .or(() -> ServiceLoader.load(DialectLookup.class).findFirst())
                    .orElseThrow(() -> new InvalidRequestException(
                            "ALU-0103",
                            "no SQL compiler was found; where: the class path; what to do: add aludel-core"));
        }
    }
}

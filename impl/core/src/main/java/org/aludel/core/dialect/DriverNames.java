package org.aludel.core.dialect;

import java.util.List;
import org.aludel.errors.ArgumentException;

/** Checks the driver that a URL names after the plus. */
public final class DriverNames {

    private DriverNames() {}

    /**
     * The driver a URL names, or the first of those known.
     *
     * @throws ArgumentException ALU-0201 if it names another
     */
    public static String require(DatabaseUrl url, String... known) {
        String named = url.driver();
        if (named == null) {
            return known[0];
        }
        if (List.of(known).contains(named)) {
            return named;
        }
        throw new ArgumentException(
                "ALU-0201",
                "the driver is not known; where: " + url.dialect() + "+" + named + "; what to do: use one of "
                        + String.join(", ", known));
    }
}

package org.aludel.compliance.areas;

import java.util.List;
import java.util.function.Supplier;
import org.aludel.compliance.ComplianceArea;

/**
 * The list of all areas.
 *
 * @since 0.1
 */
public final class Areas {

    private Areas() {}

    /** All areas, in the order in which they run. */
    public static List<Supplier<? extends ComplianceArea>> all() {
        return List.of(
                Definitions::new,
                Constraints::new,
                TypeRoundTrips::new,
                Extremes::new,
                Conditions::new,
                Operators::new,
                Strings::new,
                Cases::new,
                Selecting::new,
                Joining::new,
                Ordering::new,
                Grouping::new,
                Subqueries::new,
                Compounds::new,
                CommonTables::new,
                Windows::new,
                Inserting::new,
                Changing::new,
                GeneratedKeys::new,
                Returning::new,
                Upserts::new,
                Defaults::new,
                HostileNames::new,
                HostileTexts::new,
                Violations::new,
                TransactionScopes::new,
                Locks::new,
                ErrorKinds::new,
                Promises::new,
                Streaming::new,
                Isolations::new,
                TwoPhaseCommits::new,
                Reflecting::new,
                Pooling::new,
                Patience::new);
    }
}

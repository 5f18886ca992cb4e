package org.aludel.compliance;

import java.util.List;
import java.util.Set;

/**
 * What came out of a run of the suite.
 *
 * @param database the database's name
 * @param passed how many checks passed
 * @param failed names of those that failed
 * @param checked what checks that passed asked for
 * @param lacking what checks asked for and the database lacks
 * @param departures checks that were left out, each with the reason
 * @since 0.1
 */
public record ComplianceResult(
        String database,
        int passed,
        List<String> failed,
        Set<Requirement> checked,
        Set<Requirement> lacking,
        List<String> departures) {}

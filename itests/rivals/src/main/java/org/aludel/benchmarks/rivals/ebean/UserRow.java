package org.aludel.benchmarks.rivals.ebean;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A row of users, for a query that wants no objects of the mapping. */
public record UserRow(int id, String name, String fullname, int age, LocalDateTime created, BigDecimal balance) {}

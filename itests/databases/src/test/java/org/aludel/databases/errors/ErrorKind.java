package org.aludel.databases.errors;

/** The errors of the published table, by the names that its rows begin with. */
enum ErrorKind {
    UNIQUE("unique"),
    FOREIGN_KEY("foreign key"),
    NOT_NULL("not null"),
    CHECK("check"),
    DEADLOCK("deadlock"),
    SERIALIZATION("write conflict of two transactions"),
    LOCK_TIMEOUT("wait for a lock too long"),
    STATEMENT_TIMEOUT("statement too long"),
    KILLED("connection ended by the server"),
    WRONG_PASSWORD("wrong password"),
    UNKNOWN_DATABASE("unknown database"),
    SYNTAX("syntax"),
    UNKNOWN_TABLE("unknown table"),
    TOO_LONG("value too long"),
    DIVISION_BY_ZERO("division by zero");

    final String row;

    ErrorKind(String row) {
        this.row = row;
    }
}

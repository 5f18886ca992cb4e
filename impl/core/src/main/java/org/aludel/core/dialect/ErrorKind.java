package org.aludel.core.dialect;

/** Kinds of errors that programs tell apart. */
public enum ErrorKind {
    UNIQUE,
    FOREIGN_KEY,
    NOT_NULL,
    CHECK,
    /** A constraint of another or unknown kind. */
    INTEGRITY,
    DEADLOCK,
    SERIALIZATION,
    /** A statement, or its wait for a lock, took too long. */
    TIMEOUT,
    /** A statement was stopped on request. */
    CANCELLED,
    /** No connection, or no more. */
    DISCONNECT,
    DATA,
    SYNTAX,
    OTHER
}

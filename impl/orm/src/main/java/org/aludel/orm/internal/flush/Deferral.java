package org.aludel.orm.internal.flush;

/** When the database checks a constraint, as far as the schema says so. */
enum Deferral {
    /** At once; nothing can be done about it. */
    NEVER,
    /** At once, but {@code SET CONSTRAINTS} can put it off to the commit. */
    POSSIBLE,
    /** At commit. */
    INITIAL
}

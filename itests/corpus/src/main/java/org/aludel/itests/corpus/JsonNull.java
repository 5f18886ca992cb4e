package org.aludel.itests.corpus;

/** JSON's own null, which is not SQL's. */
record JsonNull() {}

package org.aludel.itests.corpus;

/** A class of the reference system that sources extend. */
record PyBase(String name) {}

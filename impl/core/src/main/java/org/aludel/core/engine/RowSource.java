package org.aludel.core.engine;

import org.aludel.orm.instrument.RowReader;

/** Rows read from front to back, column by column: those of an open cursor, or rows that were kept. */
public interface RowSource extends RowCursor, RowReader {}

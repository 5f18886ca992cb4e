package org.aludel.orm.internal.query;

import org.aludel.orm.internal.loading.LoadShape;

/**
 * How rows are read.
 *
 * @param parts readers of the selected parts
 * @param shape what the rows load
 */
record PreparedRows(PartReader[] parts, LoadShape shape) {}

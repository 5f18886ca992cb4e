package org.aludel.orm.internal.loading;

import java.util.List;

/**
 * How many things of each kind a statement loads: sizes of the arrays of a {@link LoadContext}.
 *
 * @param entities entities in a row
 * @param collections collections filled from the rows
 * @param selectIns relations brought by further statements
 * @param repeats whether an entity is likely to come in consecutive rows
 * @param loads what has to be done after the last row; collections first, then statements
 */
public record LoadShape(int entities, int collections, int selectIns, boolean repeats, List<RelationLoad> loads) {}

package org.aludel.sql;

import org.aludel.engine.DeferredEngine;
import org.aludel.engine.Engine;
import org.aludel.sql.spi.DialectLookup;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the structure of a statement once it was computed.
 *
 * @since 0.1
 */
public abstract class AbstractStatement implements Statement {

    // Written without a lock: two threads may compute equal structures, and a Structure has only final fields.
    private @Nullable Structure structure;

    @Override
    public final Structure structure() {
        Structure known = structure;
        if (known == null) {
            known = StructureWriter.structureOf(this);
            structure = known;
        }
        return known;
    }

    @Override
    public String toString() {
        Engine engine = boundEngine();
        if (engine == null || engine instanceof DeferredEngine deferred && !deferred.isConnected()) {
            return DialectLookup.standard().toSql(this);
        }
        return engine.dialect().toSql(this);
    }
}

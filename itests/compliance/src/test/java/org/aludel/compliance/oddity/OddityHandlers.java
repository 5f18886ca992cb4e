package org.aludel.compliance.oddity;

import java.util.UUID;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.Shorts;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.BooleanType;
import org.aludel.types.UuidType;

/** Converters of what Oddity has no types for. */
final class OddityHandlers extends StandardHandlers {

    @Override
    public TypeHandler<?> visitBoolean(BooleanType type) {
        return new MappedHandler<>(new Shorts(), (Boolean truth) -> (short) (truth ? 1 : 0), number -> number != 0);
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        return new MappedHandler<>(new Strings(), UUID::toString, UUID::fromString);
    }
}

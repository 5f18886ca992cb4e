package org.aludel.dialects.firebird;

import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.ObjectHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;

/** Firebird's converters: moments are kept in UTC, UUIDs as text. */
final class FirebirdHandlers extends StandardHandlers {

    @Override
    public TypeHandler<?> visitTimestampTz(TimestampTzType type) {
        return new MappedHandler<>(
                new ObjectHandler<>(LocalDateTime.class, Types.TIMESTAMP),
                (OffsetDateTime moment) ->
                        moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                (LocalDateTime value) -> value.atOffset(ZoneOffset.UTC));
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        return new MappedHandler<>(new Strings(), UUID::toString, UUID::fromString);
    }
}

package org.aludel.dialects.mysql;

import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.ObjectHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;

/** Converters for MySQL and MariaDB. */
final class MySqlHandlers extends StandardHandlers {

    @Override
    public TypeHandler<?> visitTimestampTz(TimestampTzType type) {
        return new MappedHandler<>(
                new ObjectHandler<>(LocalDateTime.class, Types.TIMESTAMP),
                (java.time.OffsetDateTime moment) ->
                        moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                (LocalDateTime utc) -> utc.atOffset(ZoneOffset.UTC));
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        // both drivers give text for either column type
        return new MappedHandler<>(new Strings(), UUID::toString, UUID::fromString);
    }
}

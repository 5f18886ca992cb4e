package org.aludel.quickstart.data;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** One row of the Chinook JSON file, read by column name; JSON null is null. */
public record ChinookRow(JsonObject json) {

    public Integer integer(String column) {
        return json.isNull(column) ? null : json.getInt(column);
    }

    /** Text; the file writes an absent one as the empty string. */
    public String text(String column) {
        String text = json.isNull(column) ? "" : json.getString(column);
        return text.isEmpty() ? null : text;
    }

    public BigDecimal decimal(String column) {
        return json.isNull(column) ? null : json.getJsonNumber(column).bigDecimalValue();
    }

    public LocalDateTime time(String column) {
        return json.isNull(column) ? null : LocalDateTime.parse(json.getString(column));
    }
}

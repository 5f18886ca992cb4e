package org.aludel.compliance.oddity;

import org.aludel.core.dialect.TypeNames;
import org.aludel.types.BooleanType;
import org.aludel.types.JsonType;
import org.aludel.types.TextType;
import org.aludel.types.TimeType;
import org.aludel.types.UuidType;

/** Oddity's names of types. */
final class OddityTypeNames extends TypeNames {

    @Override
    public String visitBoolean(BooleanType type) {
        return "SMALLINT";
    }

    @Override
    public String visitText(TextType type) {
        return "CLOB";
    }

    @Override
    public String visitJson(JsonType type) {
        return "CLOB";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "CHAR(36)";
    }

    @Override
    public String visitTime(TimeType type) {
        return "TIME(6)";
    }

    @Override
    protected String dialectName() {
        return "oddity";
    }
}

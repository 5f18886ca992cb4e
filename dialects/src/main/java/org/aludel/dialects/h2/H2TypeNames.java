package org.aludel.dialects.h2;

import org.aludel.core.dialect.TypeNames;
import org.aludel.types.TextType;
import org.aludel.types.TimeType;
import org.jspecify.annotations.Nullable;

/** H2's names of types. */
final class H2TypeNames extends TypeNames {

    @Override
    public String visitText(TextType type) {
        return "CHARACTER LARGE OBJECT";
    }

    @Override
    protected boolean floatTakesPrecision() {
        return true;
    }

    @Override
    protected String collation(@Nullable String name) {
        return ""; // a collation belongs to the whole database
    }

    @Override
    protected String dialectName() {
        return "h2";
    }

    @Override
    public String visitTime(TimeType type) {
        // plain TIME drops fractions of seconds
        return "TIME(6)";
    }
}

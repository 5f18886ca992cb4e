package org.aludel.itests.corpus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded expression.
 *
 * @param fields what was recorded, as the corpus's README describes it
 * @param body the statements of its source, parsed
 */
record CorpusCase(Map<String, @Nullable Object> fields, List<Map<String, @Nullable Object>> body) {

    String id() {
        return String.valueOf(fields.get("id"));
    }

    String area() {
        return String.valueOf(fields.get("area"));
    }

    String schema() {
        return String.valueOf(fields.get("schema"));
    }

    String source() {
        return String.valueOf(fields.get("python"));
    }

    boolean isDoubtful() {
        return fields.containsKey("doubt");
    }

    boolean hasValue() {
        return fields.containsKey("value");
    }

    boolean failsToBuild() {
        return Boolean.TRUE.equals(fields.get("build_error"));
    }

    boolean hasEmptyIn() {
        return fields.containsKey("empty_in");
    }

    /** What was recorded for each dialect. */
    Map<String, @Nullable Object> expectations() {
        return JsonFiles.object(fields.get("expect"));
    }

    Map<String, @Nullable Object> expectation(String dialect) {
        return JsonFiles.object(expectations().get(dialect));
    }

    /** How an execution on a database ended; null if there was none. */
    @Nullable
    String execution(String database) {
        Object ended = fields.get(database + "_exec");
        return ended == null ? null : ended.toString();
    }
}

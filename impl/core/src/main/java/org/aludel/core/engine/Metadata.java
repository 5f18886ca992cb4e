package org.aludel.core.engine;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a driver says of a result. */
final class Metadata {

    private Metadata() {}

    static List<String> labels(ResultSetMetaData metadata) throws SQLException {
        int count = metadata.getColumnCount();
        List<String> labels = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            labels.add(metadata.getColumnLabel(i));
        }
        return labels;
    }
}

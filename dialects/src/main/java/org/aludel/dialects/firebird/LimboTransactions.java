package org.aludel.dialects.firebird;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.XAConnection;
import javax.transaction.xa.Xid;

/**
 * The prepared transactions that wait for their decision. The driver lists every one that the system table remembers,
 * those that were rolled back, or committed after a crash, among them.
 */
final class LimboTransactions {

    private static final String WAITING =
            "SELECT rdb$transaction_description FROM rdb$transactions WHERE rdb$transaction_state = 1";

    private LimboTransactions() {}

    static List<Xid> of(XAConnection connection, List<Xid> listed) throws SQLException {
        List<String> waiting = new ArrayList<>();
        try (Connection jdbc = connection.getConnection();
                Statement statement = jdbc.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            while (rows.next()) {
                byte[] description = rows.getBytes(1);
                waiting.add(description == null ? "" : latin(description));
            }
        }
        return listed.stream()
                .filter(xid -> waiting.stream().anyMatch(each -> describes(each, xid)))
                .toList();
    }

    /** The driver writes both parts of the id into the description as they are, one after the other. */
    private static boolean describes(String description, Xid xid) {
        String global = latin(xid.getGlobalTransactionId());
        int found = description.indexOf(global);
        return found >= 0 && description.indexOf(latin(xid.getBranchQualifier()), found + global.length()) >= 0;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

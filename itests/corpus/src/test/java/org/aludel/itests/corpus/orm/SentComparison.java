package org.aludel.itests.corpus.orm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was sent with what was recorded. Reads and the words of transactions agree one by one, in order. Writes
 * between them agree as groups: the same verbs and tables with the same numbers of rows, in no more statements than were
 * recorded. The order of groups is free where the database's constraints leave it free (a wrong one fails by itself),
 * because the toolkit frees unique values before it takes them, and the order of independent tables is a convention.
 */
final class SentComparison {

    private SentComparison() {}

    /** The difference, or null. */
    static @Nullable String difference(List<Sent> recorded, List<Sent> sent) {
        int r = 0;
        int s = 0;
        while (r < recorded.size() || s < sent.size()) {
            int rEnd = endOfWrites(recorded, r);
            int sEnd = endOfWrites(sent, s);
            if (!sameWrites(recorded.subList(r, rEnd), sent.subList(s, sEnd))) {
                return "sent " + sent + ", recorded " + recorded;
            }
            r = rEnd;
            s = sEnd;
            if (r < recorded.size() != s < sent.size()) {
                return "sent " + sent + ", recorded " + recorded;
            }
            if (r < recorded.size()) {
                if (!recorded.get(r).alike(sent.get(s))) {
                    return "sent " + sent + ", recorded " + recorded;
                }
                r++;
                s++;
            }
        }
        return null;
    }

    private static int endOfWrites(List<Sent> entries, int from) {
        int end = from;
        while (end < entries.size() && entries.get(end).isWrite()) {
            end++;
        }
        return end;
    }

    /** One verb on one table: rows and statements. */
    private static final class Group {
        final Sent kind;
        int rows;
        int statements;

        Group(Sent kind) {
            this.kind = kind;
        }
    }

    private static boolean sameWrites(List<Sent> recorded, List<Sent> sent) {
        List<Group> ours = groups(sent);
        List<Group> theirs = groups(recorded);
        if (ours.size() != theirs.size()) {
            return false;
        }
        for (Group our : ours) {
            Group their = find(theirs, our.kind);
            if (their == null || their.rows != our.rows || their.statements < our.statements) {
                return false;
            }
        }
        return true;
    }

    private static List<Group> groups(List<Sent> entries) {
        List<Group> groups = new ArrayList<>();
        for (Sent entry : entries) {
            Group group = find(groups, entry);
            if (group == null) {
                group = new Group(entry);
                groups.add(group);
            }
            group.rows += entry.rows();
            group.statements++;
        }
        return groups;
    }

    private static @Nullable Group find(List<Group> groups, Sent kind) {
        for (Group group : groups) {
            if (group.kind.alike(kind)) {
                return group;
            }
        }
        return null;
    }
}

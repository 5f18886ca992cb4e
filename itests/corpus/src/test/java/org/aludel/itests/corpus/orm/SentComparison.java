package org.aludel.itests.corpus.orm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a scenario sends, step by step, with what was recorded.
 *
 * <p>Reads and the words of transactions stand in the recorded order, and none is there that was not recorded. Reads that
 * turn out not to be needed may be left out (the results tell whether they were needed), and a transaction that had nothing
 * but such reads with them. Writes between them agree as groups: the same verbs and tables with the same numbers of rows, in
 * no more statements than were recorded; one DELETE may hit several rows. The order of groups is free where the database's
 * constraints leave it free (a wrong one fails by itself), because the toolkit frees unique values before it takes them, and
 * the order of independent tables is a convention.
 */
final class SentComparison {

    /** Engines whose transaction has begun. */
    private Set<String> begunRecorded = new HashSet<>();

    private Set<String> begunSent = new HashSet<>();

    /**
     * The difference of the next step, or null.
     *
     * @param failing whether the step was recorded as failing: what is refused before it is sent counts as well
     */
    @Nullable
    String difference(List<Sent> recorded, List<Sent> sent, boolean failing) {
        Set<String> recordedBefore = begunRecorded;
        Set<String> sentBefore = begunSent;
        begunRecorded = after(recorded, recordedBefore);
        begunSent = after(sent, sentBefore);
        boolean same = failing
                ? sent.stream().allMatch(entry -> recorded.stream().anyMatch(entry::alike))
                : new Match(recorded, sent).from(0, 0, 0, 0, recordedBefore, sentBefore);
        return same ? null : "sent " + sent + ", recorded " + recorded;
    }

    private static Set<String> after(List<Sent> entries, Set<String> before) {
        Set<String> begun = before;
        for (Sent entry : entries) {
            begun = after(entry, begun);
        }
        return begun;
    }

    private static Set<String> after(Sent entry, Set<String> before) {
        Set<String> begun = new HashSet<>(before);
        switch (entry.verb()) {
            case "BEGIN" -> begun.add(entry.engine());
            case "COMMIT", "ROLLBACK", "COMMIT PREPARED", "ROLLBACK PREPARED" -> begun.remove(entry.engine());
            default -> {}
        }
        return begun;
    }

    /** The search for a way to lay the two lists side by side. */
    private record Match(List<Sent> recorded, List<Sent> sent) {

        /**
         * Whether the rest agrees.
         *
         * @param r where the recorded entries go on
         * @param s where the sent entries go on
         * @param rWrites where the recorded writes began that were not compared yet
         * @param sWrites the same of the sent ones
         */
        boolean from(int r, int s, int rWrites, int sWrites, Set<String> rBegun, Set<String> sBegun) {
            int rNext = nextOther(recorded, r);
            int sNext = nextOther(sent, s);
            boolean more = rNext < recorded.size();
            if (more
                    && sNext < sent.size()
                    && recorded.get(rNext).alike(sent.get(sNext))
                    && sameWrites(writes(recorded, rWrites, rNext), writes(sent, sWrites, sNext))
                    && from(
                            rNext + 1,
                            sNext + 1,
                            rNext + 1,
                            sNext + 1,
                            after(recorded.get(rNext), rBegun),
                            after(sent.get(sNext), sBegun))) {
                return true;
            }
            if (more
                    && isNeedless(recorded.get(rNext), sBegun)
                    && from(rNext + 1, s, rWrites, sWrites, after(recorded.get(rNext), rBegun), sBegun)) {
                return true;
            }
            if (sNext < sent.size()
                    && isLateBegin(sent.get(sNext), rBegun)
                    && from(r, sNext + 1, rWrites, sWrites, rBegun, after(sent.get(sNext), sBegun))) {
                return true;
            }
            return !more
                    && sNext == sent.size()
                    && sameWrites(writes(recorded, rWrites, rNext), writes(sent, sWrites, sNext));
        }

        private static boolean isNeedless(Sent recorded, Set<String> sBegun) {
            return recorded.verb().equals("SELECT")
                    || recorded.verb().equals("BEGIN")
                    || (recorded.verb().equals("COMMIT") || recorded.verb().equals("ROLLBACK"))
                            && !sBegun.contains(recorded.engine());
        }

        private static boolean isLateBegin(Sent sent, Set<String> rBegun) {
            return sent.verb().equals("BEGIN") && rBegun.contains(sent.engine());
        }

        private static int nextOther(List<Sent> entries, int from) {
            int next = from;
            while (next < entries.size() && entries.get(next).isWrite()) {
                next++;
            }
            return next;
        }

        private static List<Sent> writes(List<Sent> entries, int from, int to) {
            return entries.subList(from, to).stream().filter(Sent::isWrite).toList();
        }
    }

    /** One verb on one table: rows and statements. */
    private static final class Group {
        final Sent kind;
        int rows;
        int statements;

        Group(Sent kind) {
            this.kind = kind;
        }

        boolean agreesWith(Group recorded) {
            return kind.verb().equals("DELETE")
                    ? rows <= recorded.rows
                    : rows == recorded.rows && statements <= recorded.statements;
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
            if (their == null || !our.agreesWith(their)) {
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

package org.aludel.itests.corpus.orm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.DetachedException;
import org.aludel.errors.FlushException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MappingException;
import org.aludel.errors.MultipleResultsException;
import org.aludel.errors.NoResultException;
import org.aludel.errors.StaleDataException;
import org.aludel.errors.TransactionStateException;
import org.jspecify.annotations.Nullable;

/** Which exceptions are of the kind that was recorded. */
final class Failures {

    /** The reference's classes, each with those of ours that mean the same. */
    private static final Map<String, List<Class<? extends Throwable>>> KINDS = Map.ofEntries(
            Map.entry("IntegrityError", List.of(IntegrityException.class)),
            Map.entry("FlushError", List.of(FlushException.class)),
            Map.entry("StaleDataError", List.of(StaleDataException.class)),
            Map.entry("DetachedInstanceError", List.of(DetachedException.class)),
            Map.entry("NoResultFound", List.of(NoResultException.class)),
            Map.entry("MultipleResultsFound", List.of(MultipleResultsException.class)),
            Map.entry(
                    "ArgumentError",
                    List.of(ArgumentException.class, MappingException.class, IllegalArgumentException.class)),
            Map.entry("AmbiguousForeignKeysError", List.of(MappingException.class, InvalidRequestException.class)),
            Map.entry("NoForeignKeysError", List.of(MappingException.class, InvalidRequestException.class)),
            Map.entry(
                    "UnmappedInstanceError",
                    List.of(MappingException.class, InvalidRequestException.class, ArgumentException.class)),
            Map.entry("UnmappedClassError", List.of(MappingException.class, InvalidRequestException.class)));

    /** Errors of the toolkit proper, which a library's rough edges (TypeError and the like) may become. */
    private static final Set<Class<? extends Throwable>> COARSE =
            Set.of(AludelException.class, IllegalArgumentException.class, IllegalStateException.class);

    private Failures() {}

    /** The difference, or null. */
    static @Nullable String difference(Map<String, @Nullable Object> recorded, Throwable failure) {
        String kind = String.valueOf(recorded.get("class"));
        List<Class<? extends Throwable>> kinds = KINDS.get(kind);
        if (kinds != null) {
            return kinds.stream().anyMatch(k -> k.isInstance(failure)) ? null : different(kind, failure);
        }
        if (kind.endsWith("Error") && recorded.get("bases") instanceof List<?> bases && bases.isEmpty()) {
            boolean accepted = failure instanceof RuntimeException
                    && (COARSE.stream().anyMatch(c -> c.isInstance(failure))
                            || String.valueOf(failure.getMessage()).contains(String.valueOf(recorded.get("message"))));
            return accepted ? null : different(kind, failure);
        }
        boolean accepted = failure instanceof InvalidRequestException
                || failure instanceof ArgumentException
                || failure instanceof MappingException
                || failure instanceof TransactionStateException
                || failure instanceof DatabaseException && kind.equals("StatementError")
                || failure instanceof AludelException && !(failure instanceof DatabaseException);
        return accepted ? null : different(kind, failure);
    }

    private static String different(String kind, Throwable failure) {
        return "failed with " + failure + ", recorded " + kind;
    }
}

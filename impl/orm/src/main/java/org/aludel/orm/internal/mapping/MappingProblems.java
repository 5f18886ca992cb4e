package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.AludelException;
import org.aludel.errors.MappingException;
import org.aludel.errors.NotInstrumentedException;
import org.jspecify.annotations.Nullable;

/** Collects the mistakes of all mappings, so that they are reported together. */
final class MappingProblems {

    private static final String SEVERAL = "ALU-0420";

    private record Problem(
            String code, String text, @Nullable AludelException cause) {
        @Override
        public String toString() {
            return code + " " + text;
        }
    }

    private final List<Problem> problems = new ArrayList<>();

    /** A mistake in an attribute. */
    void add(String code, Class<?> type, String attribute, String whatAndRemedy) {
        problems.add(new Problem(code, type.getSimpleName() + "." + attribute + ": " + whatAndRemedy, null));
    }

    /** A mistake in a class. */
    void add(String code, Class<?> type, String whatAndRemedy) {
        problems.add(new Problem(code, type.getSimpleName() + ": " + whatAndRemedy, null));
    }

    void notInstrumented(Class<?> type) {
        AludelException error = new NotInstrumentedException(type);
        String message = String.valueOf(error.getMessage());
        problems.add(new Problem(error.code(), message.substring(error.code().length() + 1), error));
    }

    /** Adds an error that another part of the system raised for an attribute. */
    void add(Class<?> type, String attribute, AludelException error) {
        String text = String.valueOf(error.getMessage()).substring(error.code().length() + 1);
        problems.add(new Problem(error.code(), type.getSimpleName() + "." + attribute + ": " + text, error));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Raises one error for everything that was found; returns if nothing was. */
    void raise() {
        if (problems.isEmpty()) {
            return;
        }
        Problem first = problems.get(0);
        if (problems.size() == 1) {
            if (first.cause() instanceof NotInstrumentedException alone) {
                throw alone;
            }
            throw new MappingException(first.code(), first.text(), first.cause());
        }
        StringBuilder text = new StringBuilder();
        text.append(problems.size()).append(" mistakes in the mappings:");
        problems.forEach(problem -> text.append("\n  ").append(problem));
        throw new MappingException(SEVERAL, text.toString(), first.cause());
    }
}

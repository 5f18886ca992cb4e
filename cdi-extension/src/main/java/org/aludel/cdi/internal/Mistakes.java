package org.aludel.cdi.internal;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a deployment, collected, so that one error lists it all. */
final class Mistakes {

    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    void add(String where, RuntimeException cause) {
        lines.add(where + ": " + cause.getMessage());
        causes.add(cause);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Optional<DeploymentException> error() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder message = new StringBuilder("ALU-0902 the deployment can't start; ")
                .append(lines.size() == 1 ? "one mistake" : lines.size() + " mistakes")
                .append(':');
        for (String line : lines) {
            message.append("\n  - ").append(line.replace("\n", "\n    "));
        }
        DeploymentException error = causes.isEmpty()
                ? new DeploymentException(message.toString())
                : new DeploymentException(message.toString(), causes.get(0));
        for (Throwable cause : causes.subList(Math.min(1, causes.size()), causes.size())) {
            error.addSuppressed(cause);
        }
        return Optional.of(error);
    }
}

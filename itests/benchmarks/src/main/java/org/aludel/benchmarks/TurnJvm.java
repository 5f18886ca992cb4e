package org.aludel.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One workload of one peer in a JVM of its own, which runs an iteration each time it is told to. So the JVMs of all peers can
 * be warm at the same time and measure by short turns: what else the machine does for some seconds meets all of them alike.
 */
final class TurnJvm implements AutoCloseable {
    /** System property of a JVM that waits for its turn. */
    private static final String TURNS = "aludel.benchmarks.turns";

    private static final String WAITING = "turn: waiting";
    private static final String DONE = "turn: done ";
    private static final String GO = "go";
    private static final long SECONDS_TO_END = 60;

    private static final @Nullable BufferedReader COMMANDS = Boolean.getBoolean(TURNS)
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            : null;

    private final String what;
    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;
    private final StringBuilder output = new StringBuilder();

    /**
     * Starts the JVM, and waits until it has opened its database and checked what the peer does.
     *
     * @param warmUps iterations without figures, which come first
     * @param turns iterations with figures
     */
    TurnJvm(DatabaseKind database, Arguments.Part part, Length length, List<String> jvmArguments) throws IOException {
        this.what = part.peer() + " in " + part.workload() + " on " + database;
        process = ChildJvm.start(
                TurnJvm.class,
                // they are meant to live at the same time, which JMH would refuse
                ChildJvm.with(jvmArguments, "-D" + TURNS + "=true", "-Djmh.ignoreLock=true"),
                database.name(),
                part.peer(),
                part.workload().name(),
                String.valueOf(length.warmUps()),
                String.valueOf(length.turns()));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        answer(WAITING);
    }

    /**
     * How long is measured.
     *
     * @param warmUps iterations of 1.5 seconds
     * @param turns iterations of half a second
     */
    record Length(int warmUps, int turns) {
        static final Length FULL = new Length(8, 12);
        static final Length BRIEF = new Length(2, 4);
    }

    /** Lets it run one iteration; what an operation cost. */
    Figures turn() throws IOException {
        commands.write(GO + "\n");
        commands.flush();
        String[] costs = answer(DONE).split(" ", -1);
        double operations = Double.parseDouble(costs[3]);
        return new Figures(
                Double.parseDouble(costs[0]) / operations,
                Double.parseDouble(costs[1]) / operations,
                Double.parseDouble(costs[2]) / operations);
    }

    /** Waits until it has got ready for its next turn, which may be work: not while another has its turn. */
    void getReady() throws IOException {
        answer(WAITING);
    }

    private String answer(String beginning) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            int at = line.indexOf(beginning); // the line may have been begun by JMH
            if (at >= 0) {
                return line.substring(at + beginning.length());
            }
            output.append(line).append(System.lineSeparator());
        }
        throw new IllegalStateException(what + " stopped early: " + output);
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        answers.close();
    }

    /** In the JVM: waits for the turn, if there are turns. */
    static void await() {
        BufferedReader reader = COMMANDS;
        if (reader == null) {
            return;
        }
        System.out.println(WAITING);
        try {
            if (!GO.equals(reader.readLine())) {
                throw new IllegalStateException("nobody gives turns any more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the JVM: tells what an iteration cost, if there are turns. */
    static void done(Cost cost) {
        if (COMMANDS != null) {
            System.out.println(
                    DONE + cost.cpuNanos + " " + cost.processNanos + " " + cost.bytes + " " + cost.operations);
        }
    }

    /**
     * Measures, in this JVM.
     *
     * @param args database, peer, workload, number of iterations to warm up and to measure
     */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(WorkloadBenchmark.class.getName() + "\\.run$")
                        .param("database", args[0])
                        .param("peer", args[1])
                        .param("workload", args[2])
                        .forks(0)
                        .warmupIterations(Integer.parseInt(args[3]))
                        .warmupTime(TimeValue.milliseconds(1_500))
                        .measurementIterations(Integer.parseInt(args[4]))
                        .measurementTime(TimeValue.milliseconds(500))
                        .shouldFailOnError(true)
                        .build())
                .runSingle();
    }
}

package org.aludel.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What an iteration cost its thread: CPU time and bytes, and the CPU time of the whole JVM beside it. Unlike
 * wall time, these are the same on a busy machine. JMH takes
 * the public fields as secondary results.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    public long cpuNanos;
    public long processNanos;
    public long bytes;
    public long operations;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long cpuAtStart;
    private long processAtStart;
    private long bytesAtStart;

    @Setup(Level.Iteration)
    public void start() {
        bytesAtStart = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        processAtStart = PROCESS.getProcessCpuTime();
        cpuAtStart = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        cpuNanos = THREADS.getCurrentThreadCpuTime() - cpuAtStart;
        processNanos = PROCESS.getProcessCpuTime() - processAtStart;
        bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytesAtStart;
        TurnJvm.done(this);
    }
}

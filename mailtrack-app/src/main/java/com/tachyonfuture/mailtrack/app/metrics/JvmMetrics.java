package com.tachyonfuture.mailtrack.app.metrics;

import com.sun.management.UnixOperatingSystemMXBean;
import com.tachyonfuture.mailtrack.web.metrics.Metric;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The process and its Java machine, under the names that dashboards for Java know.
final class JvmMetrics {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    private static final double MILLISECONDS = 1_000;
    private static final long KIBIBYTE = 1_024;

    /// The program and its version as they are.
    private final Metric build;

    /// Makes it.
    ///
    /// @param version of this program
    JvmMetrics(String version) {
        this.build = new Metric(
                "mailtrack_build_info",
                Metric.Kind.GAUGE,
                "The version that runs, and that of Java; always 1.",
                List.of(new Metric.Sample(
                        "", Map.of("version", version, "java", Runtime.version().toString()), 1)));
    }

    List<Metric> now() {
        var metrics = new ArrayList<Metric>();
        metrics.add(build);
        metrics.addAll(memory());
        metrics.add(collections());
        metrics.addAll(threads());
        metrics.addAll(process());
        return metrics;
    }

    private static List<Metric> memory() {
        var memory = ManagementFactory.getMemoryMXBean();
        MemoryUsage heap = memory.getHeapMemoryUsage();
        MemoryUsage other = memory.getNonHeapMemoryUsage();
        return List.of(
                Metric.gauge("jvm_memory_used_bytes", "Memory in use by Java, by area.")
                        .of("area", "heap", heap.getUsed())
                        .of("area", "nonheap", other.getUsed()),
                Metric.gauge("jvm_memory_committed_bytes", "Memory that Java has from the system, by area.")
                        .of("area", "heap", heap.getCommitted())
                        .of("area", "nonheap", other.getCommitted()),
                Metric.gauge("jvm_memory_max_bytes", "The most memory that Java may have, by area; -1 for no limit.")
                        .of("area", "heap", heap.getMax())
                        .of("area", "nonheap", other.getMax()));
    }

    private static Metric collections() {
        Metric metric = Metric.summary("jvm_gc_collection_seconds", "Garbage collections, by collector.");
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            metric = metric.of(
                    "gc",
                    collector.getName(),
                    collector.getCollectionCount(),
                    collector.getCollectionTime() / MILLISECONDS);
        }
        return metric;
    }

    private static List<Metric> threads() {
        var threads = ManagementFactory.getThreadMXBean();
        return List.of(
                Metric.gauge("jvm_threads_current", "Threads of the system that Java has.")
                        .of(threads.getThreadCount()),
                Metric.gauge("jvm_threads_peak", "The most that there were.").of(threads.getPeakThreadCount()));
    }

    private static List<Metric> process() {
        var metrics = new ArrayList<Metric>();
        metrics.add(Metric.gauge("process_start_time_seconds", "When the process began, in seconds since 1970.")
                .of(ManagementFactory.getRuntimeMXBean().getStartTime() / MILLISECONDS));
        metrics.add(resident());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            metrics.add(Metric.counter("process_cpu_seconds_total", "Time of processors that the process took.")
                    .of(system.getProcessCpuTime() / SECOND));
            metrics.add(Metric.gauge("process_open_fds", "Files and connections that are open.")
                    .of(system.getOpenFileDescriptorCount()));
            metrics.add(
                    Metric.gauge("process_max_fds", "How many may be open.").of(system.getMaxFileDescriptorCount()));
        }
        return metrics;
    }

    /// Known on Linux only.
    private static Metric resident() {
        var metric = Metric.gauge("process_resident_memory_bytes", "Memory of the machine that the process holds.");
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .map(line -> metric.of(KIBIBYTE * Double.parseDouble(line.replaceAll("\\D", ""))))
                    .orElse(metric);
        } catch (IOException notOnLinux) {
            return metric;
        }
    }
}

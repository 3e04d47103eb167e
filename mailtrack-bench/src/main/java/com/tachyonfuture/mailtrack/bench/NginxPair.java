package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// nginx twice: with as many workers as there are processors, and with one. On few processors, of which the load
/// takes its share, either may be the faster; the pixel is compared with that.
///
/// Both run all the time. The one that is not asked does nothing.
final class NginxPair implements AutoCloseable {

    private final Map<String, Nginx> pair = new LinkedHashMap<>();

    private NginxPair() {}

    static NginxPair start(Ground ground, Path folder) {
        var nginx = new NginxPair();
        nginx.start("nginx (a worker per processor)", ground, folder, "auto");
        nginx.start("nginx (one worker)", ground, folder, "1");
        return nginx;
    }

    private void start(String name, Ground ground, Path folder, String workers) {
        Path own = Workplace.below(folder, "nginx-" + workers);
        pair.put(name, Nginx.start(ground.workplace(), ground.programs(), own, workers));
    }

    /// Both without rounds so far.
    List<Rival> rivals() {
        return pair.keySet().stream().map(name -> new Rival(name, new Rounds())).toList();
    }

    /// A round that counts nowhere.
    void warmUp(Wrk wrk, int connections, int seconds) {
        rivals().forEach(rival -> round(rival, wrk, connections, seconds));
    }

    WrkResult round(Rival rival, Wrk wrk, int connections, int seconds) {
        Nginx nginx = Objects.requireNonNull(pair.get(rival.name()));
        WrkResult result = rival.rounds().take(nginx::cpuTime, () -> wrk.run(nginx.port(), connections, seconds));
        nginx.forget();
        return result;
    }

    @Override
    public void close() {
        pair.values().forEach(Nginx::close);
    }
}

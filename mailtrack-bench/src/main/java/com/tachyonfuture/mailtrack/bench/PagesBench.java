package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long pages and answers of the API take with a few tracks and with many: one connection asks for each address
/// again and again.
///
/// First all addresses are asked for some times, so that the program is warm for the first of them as for the last. One
/// that is far too slow is asked for less often, since nobody needs 200 answers to see that.
final class PagesBench {

    private static final int ROUNDS_BEFORE = 40;
    private static final int ROUNDS = 200;
    private static final int LEAST_ROUNDS = 3;
    private static final double SECONDS_BEFORE = 3;
    private static final double SECONDS = 100;

    private final Ground ground;
    private final DataSet large;
    private final List<Finding> findings;

    PagesBench(Ground ground, DataSet large, List<Finding> findings) {
        this.ground = ground;
        this.large = large;
        this.findings = findings;
    }

    /// Measures, and says with which database.
    String measure() {
        SeededData ofFew = SeededData.of(DataSet.small(), ground);
        SeededData ofMany = SeededData.of(large, ground);
        Map<String, PageTimes> few = new LinkedHashMap<>();
        timesOf(ofFew).forEach((address, times) -> few.put(address.name(), times));
        timesOf(ofMany).forEach((address, times) -> {
            PageTimes beside = few.get(address.name());
            if (beside != null) {
                findings.add(new PageReport(address.name(), address.showsMore(), beside, times).finding());
            }
        });
        try (Mailtrack _ = ofMany.start();
                BenchDatabase database = ofMany.ground().connect(ofMany.folder())) {
            return database.version() + "; " + DataSet.small().words() + " beside " + large.words();
        }
    }

    /// In the order of the addresses.
    private Map<PageAddress, PageTimes> timesOf(SeededData data) {
        try (Mailtrack mailtrack = data.start()) {
            List<PageAddress> addresses = new PageAddresses(data, OwnersClient.signedIn(mailtrack)).all();
            ground.progress()
                    .say(
                            "pages: %d addresses, %s",
                            addresses.size(), data.size().words());
            try (HttpLine line = HttpLine.to(mailtrack.port())) {
                for (PageAddress address : addresses) {
                    ask(line, address, ROUNDS_BEFORE, SECONDS_BEFORE);
                }
                var times = new LinkedHashMap<PageAddress, PageTimes>();
                for (PageAddress address : addresses) {
                    times.put(address, ask(line, address, ROUNDS, SECONDS));
                }
                return times;
            } catch (IOException e) {
                throw new BenchFailure("Mailtrack does not answer: " + e.getMessage(), e);
            }
        }
    }

    private static PageTimes ask(HttpLine line, PageAddress address, int times, double longest) throws IOException {
        byte[] request = address.request();
        var micros = new ArrayList<Double>();
        var asking = new Stopwatch();
        int status = 200;
        while (status == 200 && micros.size() < times && (micros.size() < LEAST_ROUNDS || asking.seconds() < longest)) {
            var said = new ArrayList<Double>();
            long start = System.nanoTime();
            status =
                    line.exchange(request, header -> ServerTiming.micros(header).ifPresent(said::add));
            double around = (System.nanoTime() - start) / 1e3;
            micros.add(said.isEmpty() ? around : said.getFirst());
        }
        return new PageTimes(
                status,
                Sample.of(micros.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}

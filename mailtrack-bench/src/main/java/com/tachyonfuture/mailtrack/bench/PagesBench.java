package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How long pages and answers of the API take with a few tracks and with many: one connection to each asks for each
/// address again and again, in turns, so that whatever else the machine does slows down both.
///
/// First all addresses are asked for some times, so that the program is warm for the first of them as for the last. One
/// that is far too slow is asked for less often, since nobody needs 200 answers to see that.
final class PagesBench {

    private static final int ROUNDS_BEFORE = 40;
    private static final int ROUNDS = 200;
    private static final int LEAST_ROUNDS = 3;
    private static final double SECONDS_BEFORE = 3;
    private static final double SECONDS = 100;
    private static final int OK = 200;

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
        try (Mailtrack few = ofFew.start();
                Mailtrack many = ofMany.start();
                HttpLine lineToFew = HttpLine.to(few.port());
                HttpLine lineToMany = HttpLine.to(many.port());
                BenchDatabase database = ofMany.ground().connect(ofMany.folder())) {
            compare(askings(ofFew, few, lineToFew), askings(ofMany, many, lineToMany));
            return database.version() + "; " + DataSet.small().words() + " beside " + large.words();
        } catch (IOException e) {
            throw new BenchFailure("Mailtrack does not answer: " + e.getMessage(), e);
        }
    }

    /// In the order of the addresses, which is the same for all data.
    private static List<Asking> askings(SeededData data, Mailtrack mailtrack, HttpLine line) {
        return new PageAddresses(data, OwnersClient.signedIn(mailtrack))
                .all().stream().map(address -> new Asking(line, address)).toList();
    }

    private void compare(List<Asking> few, List<Asking> many) throws IOException {
        ground.progress().say("pages: warming up with %d addresses", many.size());
        for (int i = 0; i < many.size(); i++) {
            takeTurns(few.get(i), many.get(i), ROUNDS_BEFORE, SECONDS_BEFORE);
        }
        ground.progress().say("pages: %s in turns with %s", DataSet.small().words(), large.words());
        for (int i = 0; i < many.size(); i++) {
            takeTurns(few.get(i), many.get(i), ROUNDS, SECONDS);
            PageAddress address = many.get(i).address;
            findings.add(new PageReport(
                            address.name(),
                            address.showsMore(),
                            few.get(i).times(),
                            many.get(i).times())
                    .finding());
        }
    }

    private static void takeTurns(Asking few, Asking many, int times, double longest) throws IOException {
        few.begin();
        many.begin();
        while (!few.isEnough(times, longest) || !many.isEnough(times, longest)) {
            few.unlessEnough(times, longest);
            many.unlessEnough(times, longest);
        }
    }

    /// Asks for an address again and again.
    private static final class Asking {

        private final HttpLine line;
        private final PageAddress address;
        private final List<Double> micros = new ArrayList<>();
        private int status = OK;

        Asking(HttpLine line, PageAddress address) {
            this.line = line;
            this.address = address;
        }

        void begin() {
            micros.clear();
            status = OK;
        }

        boolean isEnough(int times, double longest) {
            double seconds = micros.stream().mapToDouble(Double::doubleValue).sum() / 1e6;
            return status != OK || micros.size() >= times || (micros.size() >= LEAST_ROUNDS && seconds >= longest);
        }

        void unlessEnough(int times, double longest) throws IOException {
            if (isEnough(times, longest)) {
                return;
            }
            var said = new ArrayList<Double>();
            long start = System.nanoTime();
            status = line.exchange(
                    address.request(), header -> ServerTiming.micros(header).ifPresent(said::add));
            double around = (System.nanoTime() - start) / 1e3;
            micros.add(said.isEmpty() ? around : said.getFirst());
        }

        PageTimes times() {
            return new PageTimes(
                    status,
                    Sample.of(micros.stream().mapToDouble(Double::doubleValue).toArray()));
        }
    }
}

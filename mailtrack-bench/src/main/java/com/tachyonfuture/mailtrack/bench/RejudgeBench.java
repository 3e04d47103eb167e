package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.bench.RejudgeResult.Judged;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Judges all opens again by the operator's command, while the service runs: when none of them was judged, as after
/// taking a database over, and when nothing has changed since.
final class RejudgeBench {

    private static final int OPENS_PER_TRACK = 10;

    private final Ground ground;
    private final int opens;

    RejudgeBench(Ground ground, int opens) {
        this.ground = ground;
        this.opens = opens;
    }

    RejudgeResult measure() {
        Path folder = ground.prepare("rejudge");
        try {
            fill(folder);
            return judge(folder);
        } finally {
            ground.finish(folder);
        }
    }

    private void fill(Path folder) {
        List<String> tracks = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(Math.max(1, opens / OPENS_PER_TRACK))
                .toList();
        ground.progress().say("rejudge: making a database with %,d tracks", tracks.size());
        var hits = MailHits.untilNow(tracks, opens);
        try (Mailtrack mailtrack = ground.start(folder, ground.settings())) {
            mailtrack.awaitReady();
            try (BenchDatabase database = ground.connect(folder)) {
                database.insertTracks(tracks, hits::createdAt);
            }
            mailtrack.command("rebuild-numbers");
        }
        Backlog.in(Mailtrack.data(folder)).fill(hits::hit, opens);
    }

    private RejudgeResult judge(Path folder) {
        try (Mailtrack mailtrack = ground.start(folder, ground.settings())) {
            mailtrack.awaitReady();
            try (BenchDatabase database = ground.connect(folder)) {
                new DrainWatch(database, mailtrack).awaitAtLeast(opens);
                ground.progress().say("rejudge: recorded %,d opens", database.opens());
                database.forgetJudgements();
                mailtrack.command("rebuild-numbers");
                Judged never = judge(mailtrack, "none of them judged before");
                Judged again = judge(mailtrack, "nothing changed since");
                return new RejudgeResult(database.version(), opens, never, again);
            }
        }
    }

    private Judged judge(Mailtrack mailtrack, String which) {
        ground.progress().say("rejudge: %s", which);
        var judging = new Stopwatch();
        String outcome = mailtrack.command("judge", "--json");
        double seconds = judging.seconds();
        ground.progress().say("rejudge: judged after %.1f s", seconds);
        return new Judged(seconds, number(outcome, "judged"), number(outcome, "other_verdict"));
    }

    private static long number(String json, String name) {
        Matcher number = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
        if (number.find()) {
            return Long.parseLong(number.group(1));
        }
        throw new BenchFailure("Judging again did not come to its end. It said:\n" + json);
    }
}

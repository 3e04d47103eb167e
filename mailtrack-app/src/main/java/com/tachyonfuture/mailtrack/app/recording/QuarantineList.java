package com.tachyonfuture.mailtrack.app.recording;

import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints hits in quarantine one by one, however many there are: as a table for people, or as JSON for programs.
final class QuarantineList {

    private static final int LONGEST_TRACK = 36;
    private static final int LONGEST_USER_AGENT = 48;
    private static final int MOST_REASONS = 20;

    private final PrintStream out;
    private final Set<QuarantineReason> reasons = new LinkedHashSet<>();
    private long hits;

    QuarantineList(PrintStream out) {
        this.out = out;
    }

    void row(QuarantinedHit quarantined) {
        if (hits == 0) {
            line("ID", "RECEIVED (UTC)", "TRACK", "REASON", "USER AGENT");
        }
        hits++;
        if (reasons.size() < MOST_REASONS) {
            reasons.add(quarantined.reason());
        }
        Hit hit = quarantined.hit();
        line(
                String.valueOf(quarantined.id()),
                seconds(hit.receivedAt()),
                SafeText.beginning(hit.trackId().value(), LONGEST_TRACK),
                name(quarantined.reason()),
                hit.userAgent() == null ? "" : SafeText.beginning(hit.userAgent(), LONGEST_USER_AGENT));
    }

    private void line(String id, String receivedAt, String track, String reason, String userAgent) {
        out.printf(Locale.ROOT, "%8s  %-19s  %-36s  %-8s  %s%n", id, receivedAt, track, reason, userAgent);
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }

    private static String name(QuarantineReason reason) {
        return reason.code().name().toLowerCase(Locale.ROOT);
    }

    /// Says how many there were, what the reasons mean, and what can be done.
    void end() {
        if (hits == 0) {
            out.println("There are no hits in quarantine.");
            return;
        }
        out.println();
        reasons.forEach(reason -> out.printf("%s: %s%n", name(reason), SafeText.beginning(reason.sentence(), 255)));
        out.printf(
                Locale.ROOT,
                "%nHits in quarantine: %d. \"quarantine replay ID...\" tries them again, \"quarantine discard ID...\""
                        + " forgets them; all instead of ids takes all.%n",
                hits);
    }

    void json(QuarantinedHit quarantined) {
        Hit hit = quarantined.hit();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("received_at", hit.receivedAt());
        members.put("track_id", hit.trackId());
        members.put("ip_address", hit.address());
        members.put("user_agent", hit.userAgent());
        members.put("referer", hit.referer());
        members.put("reason", name(quarantined.reason()));
        members.put("reason_text", quarantined.reason().sentence());
        members.put("quarantined_at", quarantined.quarantinedAt());
        members.put("spool", quarantined.spool());
        out.println(
                "{\"id\":" + quarantined.id() + "," + text(members) + ",\"position\":" + quarantined.position() + "}");
    }

    private static String text(Map<String, @Nullable Object> members) {
        return members.entrySet().stream()
                .map(member -> SafeText.json(member.getKey()) + ":" + text(member.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "null" : SafeText.json(value.toString());
    }
}

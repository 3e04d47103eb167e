package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Viewer;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.words.DisplayTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The opens of a page by the owner's days. Of one viewer who came back shortly after, each day has one entry.
final class Timeline {

    /// The entries of one day, the latest first.
    record Day(String title, List<Entry> entries) {}

    /// An open, and the repeats of its viewer that followed it, the latest first.
    record Entry(Open open, List<Open> repeats) {

        /// In how many whole minutes after the open all repeats came, rounded up; empty where nobody knows.
        Optional<Duration> span() {
            Instant from = open.openedAt();
            return repeats.stream()
                    .map(Open::openedAt)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .filter(last -> from != null)
                    .map(last -> Duration.between(from, last))
                    .map(length -> Duration.ofMinutes(Math.max(1, Math.ceilDiv(length.toMillis(), 60_000))));
        }
    }

    private Timeline() {}

    /// @param opens the latest first
    static List<Day> of(List<Open> opens, DisplayTimes times) {
        var days = new ArrayList<Day>();
        int from = 0;
        for (int i = 1; i <= opens.size(); i++) {
            String title = times.day(opens.get(from).openedAt());
            if (i == opens.size() || !title.equals(times.day(opens.get(i).openedAt()))) {
                days.add(new Day(title, folded(opens.subList(from, i))));
                from = i;
            }
        }
        return List.copyOf(days);
    }

    /// Goes from the earliest on. A repeat whose beginning is on another page, or was the day before, is an entry of
    /// its own, which those after it join.
    private static List<Entry> folded(List<Open> ofDay) {
        var entries = new ArrayList<Entry>();
        Map<Long, Entry> latest = new HashMap<>();
        for (Open open : ofDay.reversed()) {
            Judgement judgement = open.judgement();
            Entry earlier = judgement == null ? null : latest.get(viewer(open, judgement));
            if (open.repeat() && earlier != null) {
                earlier.repeats().addFirst(open);
                continue;
            }
            var entry = new Entry(open, new ArrayList<>());
            entries.addFirst(entry);
            if (judgement != null) {
                latest.put(viewer(open, judgement), entry);
            }
        }
        return List.copyOf(entries);
    }

    private static long viewer(Open open, Judgement judgement) {
        IpAddress address =
                Optional.ofNullable(open.ipAddress()).flatMap(IpAddress::parse).orElse(null);
        return Viewer.key(open.trackId(), address, open.userAgent(), judgement);
    }
}

package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.words.DisplayTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the owner wants to see in the overview, as it stands in the address.
///
/// @param since the first day, `2026-11-20`
/// @param until the last day
public record OverviewSearch(
        @Nullable String q,
        @Nullable String state,
        @Nullable String verdict,
        @Nullable String since,
        @Nullable String until,
        @Nullable String cursor) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /// Databases know the years 1000 to 9999; in another zone a day may begin or end in the year beside its own.
    private static final int FIRST_YEAR = 1001;

    private static final int LAST_YEAR = 9998;

    /// What an address asks for.
    public static OverviewSearch of(Parameters asked) {
        return new OverviewSearch(
                Shown.textOrNull(asked.text("q")),
                asked.text("state"),
                asked.text("verdict"),
                asked.text("since"),
                asked.text("until"),
                asked.text("cursor"));
    }

    boolean isFiltered() {
        return q != null || state != null || verdict != null || since != null || until != null;
    }

    /// Whether more is asked for than words and a state.
    boolean hasMore() {
        return verdict != null || since != null || until != null;
    }

    /// What to find for it.
    ///
    /// @throws RefusedRequest when something in it can't be searched for
    public FindTracks.Request request(int limit, DisplayTimes times) {
        LocalDate first = day("since", since);
        LocalDate last = day("until", until);
        if (first != null && last != null && last.isBefore(first)) {
            throw new RefusedRequest(Refusal.invalid("until", "is before the first day"));
        }
        Instant from = first == null ? null : times.startOf(first);
        Instant to = last == null ? null : times.startOf(last.plusDays(1));
        var filter = TrackFilter.ALL
                .withState(trackState())
                .withVerdict(knownVerdict())
                .withCreation(from, to);
        return new FindTracks.Request(q, filter, TrackSort.CREATED, limit, cursor);
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!DAY.matcher(text).matches()) {
            throw noDay(name);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException noSuchDay) {
            throw noDay(name);
        }
        throw noDay(name);
    }

    private static RefusedRequest noDay(String name) {
        return new RefusedRequest(Refusal.invalid(
                name, "must be a day such as 2026-11-20, in the years " + FIRST_YEAR + " to " + LAST_YEAR));
    }

    private @Nullable TrackState trackState() {
        return switch (state) {
            case null -> null;
            case "waiting" -> TrackState.WAITING;
            case "delivered" -> TrackState.DELIVERED;
            case "read" -> TrackState.READ;
            default -> throw new RefusedRequest(Refusal.invalid("state", "must be waiting, delivered or read"));
        };
    }

    private @Nullable Verdict knownVerdict() {
        return verdict == null ? null : Verdict.of(verdict).orElseThrow(OverviewSearch::noVerdict);
    }

    private static RefusedRequest noVerdict() {
        return new RefusedRequest(Refusal.invalid("verdict", "is none that there is"));
    }

    /// The address of the same search, from its newest track on.
    String href() {
        return after(null).toString();
    }

    /// The address of the page that starts at a cursor.
    String hrefAfter(String next) {
        return after(next).toString();
    }

    private NextPage after(@Nullable String next) {
        return new NextPage("/")
                .with("q", q)
                .with("state", state)
                .with("verdict", verdict)
                .with("since", since)
                .with("until", until)
                .with("cursor", next);
    }

    /// The same, from a cursor on; null: from the newest track.
    public OverviewSearch at(@Nullable String from) {
        return new OverviewSearch(q, state, verdict, since, until, from);
    }

    OverviewSearch withState(@Nullable TrackState other) {
        String name = other == null ? null : other.name().toLowerCase(Locale.ROOT);
        return new OverviewSearch(q, name, verdict, since, until, null);
    }

    OverviewSearch withoutWords() {
        return new OverviewSearch(null, state, verdict, since, until, null);
    }

    OverviewSearch withoutFirstDay() {
        return new OverviewSearch(q, state, verdict, null, until, null);
    }

    OverviewSearch withoutLastDay() {
        return new OverviewSearch(q, state, verdict, since, null, null);
    }

    OverviewSearch withoutVerdict() {
        return new OverviewSearch(q, state, null, since, until, null);
    }
}

package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.words.DisplayTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the owner wants to see in the overview, as it stands in the address.
///
/// @param criteria what is asked for, by the names of the parameters; `since` and `until` are the first and the
///     last day, such as `2026-11-20`
/// @param cursor where the page begins; null for the first one
public record OverviewSearch(
        Map<String, String> criteria, @Nullable String cursor) {

    /// In the order of the address.
    static final List<String> NAMES =
            List.of("q", "state", "pinned", "verdict", "recipient", "message_group_id", "since", "until", "sort");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /// Databases know the years 1000 to 9999; in another zone a day may begin or end in the year beside its own.
    private static final int FIRST_YEAR = 1001;

    private static final int LAST_YEAR = 9998;

    public OverviewSearch {
        criteria = Map.copyOf(criteria);
    }

    /// What an address asks for.
    public static OverviewSearch of(Parameters asked) {
        var criteria = new HashMap<String, String>();
        for (String name : NAMES) {
            String text = name.equals("q") ? Shown.textOrNull(asked.text(name)) : asked.text(name);
            if (text != null) {
                criteria.put(name, text);
            }
        }
        return new OverviewSearch(criteria, asked.text("cursor"));
    }

    /// The same with a period for the numbers above the list, which has none itself.
    ///
    /// @param period its parameters
    OverviewSearch keeping(Map<String, String> period) {
        var other = new HashMap<>(criteria);
        other.putAll(period);
        return new OverviewSearch(other, cursor);
    }

    /// The list of all tracks, beside the same numbers.
    OverviewSearch ofAll() {
        return new OverviewSearch(only(AskedPeriod.NAMES), null);
    }

    /// What chooses and sorts the tracks, in the order of the address.
    Map<String, String> ofList() {
        return only(NAMES);
    }

    /// The same as it stands in an address after `?`; empty for all tracks in their usual order.
    String queryOfList() {
        String address = new OverviewSearch(ofList(), null).href();
        return address.substring(Math.min(address.length(), "/?".length()));
    }

    private Map<String, String> only(List<String> names) {
        var some = new LinkedHashMap<String, String>();
        for (String name : names) {
            String value = text(name);
            if (value != null) {
                some.put(name, value);
            }
        }
        return Collections.unmodifiableMap(some);
    }

    /// What is asked for under a name; null when nothing is.
    @Nullable
    String text(String name) {
        return criteria.get(name);
    }

    /// Whether more is asked for than words, a state and an order.
    boolean hasMore() {
        return Stream.of("verdict", "since", "until").anyMatch(criteria::containsKey);
    }

    /// What to find for it.
    ///
    /// @throws RefusedRequest when something in it can't be searched for
    public FindTracks.Request request(int limit, DisplayTimes times, Instant now) {
        LocalDate first = day("since");
        LocalDate last = day("until");
        if (first != null && last != null && last.isBefore(first)) {
            throw new RefusedRequest(Refusal.invalid("until", "is before the first day"));
        }
        Instant from = first == null ? null : times.startOf(first);
        Instant to = last == null ? null : times.startOf(last.plusDays(1));
        TrackFilter filter = TrackFilter.ALL
                .withPinned(pinned())
                .withVerdict(verdict())
                .withRecipient(text("recipient"))
                .withMessageGroupId(text("message_group_id"))
                .withCreation(from, to);
        filter = StateWord.limit(filter, StateWord.parse(text("state")), now);
        return new FindTracks.Request(text("q"), filter, sort(), limit, cursor);
    }

    private @Nullable LocalDate day(String name) {
        String text = text(name);
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

    private @Nullable Boolean pinned() {
        return switch (text("pinned")) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new RefusedRequest(Refusal.invalid("pinned", "must be true or false"));
        };
    }

    private @Nullable Verdict verdict() {
        String verdict = text("verdict");
        return verdict == null ? null : Verdict.of(verdict).orElseThrow(OverviewSearch::noVerdict);
    }

    private static RefusedRequest noVerdict() {
        return new RefusedRequest(Refusal.invalid("verdict", "is none that there is"));
    }

    /// The order, by the last activity unless another one is asked for.
    ///
    /// @throws RefusedRequest when there is no such order
    private TrackSort sort() {
        String sort = text("sort");
        return sort == null ? TrackSort.ACTIVE : TrackSort.of(sort).orElseThrow(OverviewSearch::noSort);
    }

    private static RefusedRequest noSort() {
        return new RefusedRequest(Refusal.invalid("sort", "is none that there is"));
    }

    /// The address of the same search, from its first track on.
    String href() {
        return hrefAfter(null);
    }

    /// The address of the page that starts at a cursor.
    String hrefAfter(@Nullable String next) {
        var address = new NextPage("/");
        NAMES.forEach(name -> address.with(name, text(name)));
        AskedPeriod.NAMES.forEach(name -> address.with(name, text(name)));
        return address.with("cursor", next).toString();
    }

    /// The same, from another place on.
    public OverviewSearch at(@Nullable String other) {
        return new OverviewSearch(criteria, other);
    }

    /// The same from its first track on, but for what is asked for under a name.
    ///
    /// @param value null to ask for nothing
    OverviewSearch with(String name, @Nullable String value) {
        var other = new HashMap<>(criteria);
        if (value == null) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return new OverviewSearch(other, null);
    }
}

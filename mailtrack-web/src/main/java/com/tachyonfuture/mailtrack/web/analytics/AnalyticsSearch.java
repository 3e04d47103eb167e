package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.application.stats.AnalyzeTracks;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.track.OverviewSearch;
import com.tachyonfuture.mailtrack.web.words.DisplayTimes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What the owner wants to see charts of, as it stands in the address: a period, and the overview's filters of tracks.
///
/// @param filters the parameters that choose tracks, in the order of the address
record AnalyticsSearch(AskedPeriod period, Map<String, String> filters, OverviewSearch tracks) {

    static final String PATH = "/analytics";

    private static final List<String> FILTERS =
            List.of("q", "recipient", "message_group_id", "state", "pinned", "verdict", "since", "until");

    AnalyticsSearch {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }

    static AnalyticsSearch of(Parameters asked, DisplayTimes times) {
        var filters = new LinkedHashMap<String, String>();
        for (String name : FILTERS) {
            String text = asked.text(name);
            if (text != null && !text.isBlank()) {
                filters.put(name, text);
            }
        }
        return new AnalyticsSearch(AskedPeriod.of(asked, times.today()), filters, OverviewSearch.of(asked));
    }

    /// Whether not all tracks are asked for.
    boolean isFiltered() {
        return !filters.isEmpty();
    }

    /// Which tracks to look at, whatever the order of the list is.
    ///
    /// @throws RefusedRequest when something in it can't be searched for
    FindTracks.Request request(DisplayTimes times) {
        FindTracks.Request found = tracks.request(AnalyzeTracks.MOST_TRACKS, times, times.now());
        return new FindTracks.Request(found.query(), found.filter(), TrackSort.CREATED, found.limit(), null);
    }

    /// The page without some of the filters.
    String hrefWithout(Predicate<String> left) {
        var address = new NextPage(PATH);
        period.parameters().forEach(address::with);
        filters.forEach((name, value) -> address.with(name, left.test(name) ? null : value));
        return address.toString();
    }

    /// The same for all time.
    String hrefOfAllTime() {
        var address = new NextPage(PATH).with("period", "all");
        filters.forEach(address::with);
        return address.toString();
    }

    String csv(Chart chart) {
        var address = new NextPage(PATH + "/" + chart.code() + ".csv");
        period.parameters().forEach(address::with);
        filters.forEach(address::with);
        return address.toString();
    }

    /// The overview's list of these tracks, with another value for some of the filters.
    String listHref(Map<String, String> others) {
        var all = new LinkedHashMap<>(filters);
        all.putAll(others);
        var address = new NextPage("/");
        all.forEach(address::with);
        return address.toString();
    }

    /// Those of these tracks that were created on some days.
    ///
    /// @param others as in [#listHref]
    String listHref(Days created, Map<String, String> others) {
        var all = new LinkedHashMap<>(others);
        if (!period.isAll()) {
            all.put("since", created.first().toString());
            all.put("until", created.last().toString());
        }
        return listHref(all);
    }
}

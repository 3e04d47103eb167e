package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.page.DisplayTimes;
import com.tachyonfuture.mailtrack.web.page.MomentView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An open on the page of its track. What strangers chose is cut to what a person may want to read.
///
/// @param word what it was: opened, or only delivered
/// @param by the proxy that fetched it; null where that is not known
/// @param place city and country, as far as they are known
public record OpenView(
        @Nullable MomentView at,
        String word,
        String style,
        @Nullable String by,
        @Nullable String place,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String referer) {

    /// The opens of one day, the latest first.
    public record Day(String title, List<OpenView> opens) {}

    static List<Day> byDay(List<Open> opens, DisplayTimes times) {
        var days = new ArrayList<Day>();
        var ofDay = new ArrayList<OpenView>();
        String title = "";
        for (Open open : opens) {
            String day = times.day(open.openedAt());
            if (!day.equals(title) && !ofDay.isEmpty()) {
                days.add(new Day(title, List.copyOf(ofDay)));
                ofDay.clear();
            }
            title = day;
            ofDay.add(of(open, times));
        }
        if (!ofDay.isEmpty()) {
            days.add(new Day(title, List.copyOf(ofDay)));
        }
        return List.copyOf(days);
    }

    private static OpenView of(Open open, DisplayTimes times) {
        return new OpenView(
                times.clock(open.openedAt()),
                open.isRead() ? "Read" : "Delivered",
                open.isRead() ? "tick is-read" : "tick is-delivered",
                Shown.cut(open.agent()),
                place(open),
                address(open.ipAddress()),
                Shown.cut(open.userAgent()),
                Shown.cut(open.referer()));
    }

    private static @Nullable String place(Open open) {
        String place = Stream.of(open.readersPlace().city(), open.readersPlace().country())
                .map(Shown::cut)
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    /// A database that we took over may hold other spellings, or something that is no address.
    private static @Nullable String address(@Nullable String stored) {
        return stored == null
                ? null
                : IpAddress.parse(stored).map(IpAddress::toString).orElseGet(() -> Shown.cut(stored));
    }
}

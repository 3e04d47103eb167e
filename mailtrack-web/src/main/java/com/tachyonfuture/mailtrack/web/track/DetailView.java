package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Snippets;
import com.tachyonfuture.mailtrack.web.page.DisplayTimes;
import com.tachyonfuture.mailtrack.web.page.MomentView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of one track shows.
///
/// @param href the address of this page
/// @param isNew whether the track was just created, and nothing has happened since
/// @param waiting whether nothing fetched the image yet
/// @param error what is wrong with the address of this page; null when nothing is
/// @param lastAt when the image was fetched last; null when that was not more than once
/// @param recipient null when none was given
/// @param older the page of opens after this one; null when this is the last
/// @param newest the first page; null when this is it
public record DetailView(
        String href,
        boolean isNew,
        boolean waiting,
        @Nullable String error,
        TickView tick,
        String summary,
        @Nullable String recipient,
        String subject,
        @Nullable String notes,
        @Nullable MomentView createdAt,
        @Nullable MomentView firstAt,
        @Nullable MomentView lastAt,
        Snippets snippets,
        List<OpenView.Day> days,
        @Nullable String older,
        @Nullable String newest) {

    static DetailView of(
            TrackSummary found,
            Page<Open> opens,
            boolean firstPage,
            boolean isNew,
            @Nullable String error,
            String baseUrl,
            DisplayTimes times) {
        var track = found.track();
        Activity activity = found.activity();
        String href = "/detail/" + track.id().inPath();
        return new DetailView(
                href,
                isNew && activity.opens() == 0,
                activity.opens() == 0,
                error,
                TickView.of(activity.state()),
                summary(activity),
                Shown.textOrNull(track.details().recipient()),
                Shown.or(track.details().subject(), "No subject"),
                Shown.textOrNull(track.details().notes()),
                times.dated(track.createdAt()),
                times.ago(activity.firstOpenedAt()),
                activity.opens() > 1 ? times.ago(activity.lastOpenedAt()) : null,
                Snippets.of(baseUrl, track.id()),
                OpenView.byDay(opens.items(), times),
                opens.next() == null ? null : href + "?cursor=" + opens.next() + "#opens",
                firstPage ? null : href + "#opens");
    }

    private static String summary(Activity activity) {
        return switch (activity.state()) {
            case WAITING -> "Nothing has fetched the image yet.";
            case DELIVERED -> "Fetched " + Shown.times(activity.opens()) + ", but not by a reader.";
            case READ ->
                activity.reads() == activity.opens()
                        ? "Read " + Shown.times(activity.reads()) + "."
                        : "Read " + Shown.times(activity.reads()) + ", fetched " + Shown.times(activity.opens())
                                + " in all.";
        };
    }
}

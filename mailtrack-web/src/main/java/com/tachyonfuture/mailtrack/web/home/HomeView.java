package com.tachyonfuture.mailtrack.web.home;

import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the page at the root shows.
///
/// @param latest the newest tracks, newest first
@Introspected
public record HomeView(String baseUrl, long tracks, long opens, long reads, List<Line> latest) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    /// A track in the list.
    ///
    /// @param state what is known of it, in a word
    /// @param style the same for the style sheet
    /// @param opened when it was fetched last; null when it never was
    @Introspected
    public record Line(
            String recipient,
            String subject,
            String created,
            String state,
            String style,
            @Nullable String opened) {

        private static Line of(TrackSummary summary, WebSettings settings) {
            var details = summary.track().details();
            Activity activity = summary.activity();
            return new Line(
                    orDash(details.recipient()),
                    orDash(details.subject()),
                    orDash(time(summary.track().createdAt(), settings)),
                    state(activity),
                    style(activity),
                    time(activity.lastOpenedAt(), settings));
        }

        private static String state(Activity activity) {
            if (activity.isRead()) {
                return activity.reads() == 1 ? "read once" : "read " + activity.reads() + " times";
            }
            return activity.opens() == 0 ? "waiting" : "delivered";
        }

        private static String style(Activity activity) {
            if (activity.isRead()) {
                return "tick is-read";
            }
            return activity.opens() == 0 ? "tick is-waiting" : "tick is-delivered";
        }

        private static String orDash(@Nullable String text) {
            return Optional.ofNullable(text).filter(some -> !some.isBlank()).orElse("–");
        }

        private static @Nullable String time(@Nullable Instant instant, WebSettings settings) {
            return instant == null ? null : TIME.format(instant.atZone(settings.displayZone()));
        }
    }

    public HomeView {
        latest = List.copyOf(latest);
    }

    static HomeView of(Counts counts, List<TrackSummary> latest, WebSettings settings) {
        return new HomeView(
                settings.baseUrl(),
                counts.tracks(),
                counts.opens(),
                counts.reads(),
                latest.stream().map(summary -> Line.of(summary, settings)).toList());
    }
}

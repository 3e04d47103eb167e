package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Standing;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Snippets;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.words.DisplayTimes;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the page of one track shows.
///
/// @param href the address of this page
/// @param isNew whether the track was just created, and nothing has happened since
/// @param notice what was done just now; null when nothing was
/// @param waiting whether nothing fetched the image yet
/// @param error what is wrong with the address of this page; null when nothing is
/// @param lastAt when the image was fetched last; null when that was not more than once
/// @param recipient null when none was given
/// @param numbers deliveries, reads and opens; none before the first open
/// @param verdicts ways to the opens of one verdict, of those that there are; none where there are not two
/// @param nothingHere whether there are opens, but none on this page
/// @param cursor where this page begins, for the forms on it
/// @param older the page of opens after this one; null when this is the last
/// @param newest the first page; null when this is it
public record DetailView(
        String href,
        boolean isNew,
        @Nullable String notice,
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
        List<NumberView> numbers,
        List<VerdictLink> verdicts,
        boolean nothingHere,
        List<OpenView.Day> days,
        @Nullable String cursor,
        @Nullable String older,
        @Nullable String newest) {

    /// A number at the head of the page.
    ///
    /// @param of what it counts
    public record NumberView(String label, String value, String of) {}

    /// A way to the opens of one verdict.
    ///
    /// @param verdict null: to those of any
    public record VerdictLink(String href, @Nullable VerdictView verdict, String count, boolean current) {}

    /// What is asked for, beside the track.
    ///
    /// @param isNew whether the track was just created
    /// @param notice the key of what was done just now
    record Asked(
            @Nullable Verdict verdict,
            @Nullable String cursor,
            boolean isNew,
            @Nullable String notice) {

        static final Asked NOTHING = new Asked(null, null, false, null);
    }

    static DetailView of(
            TrackSummary found,
            Page<Open> opens,
            Asked asked,
            @Nullable String error,
            Function<Open, Standing> standing,
            String baseUrl,
            Words words) {
        DisplayTimes times = words.times();
        var track = found.track();
        Activity activity = found.activity();
        String href = "/detail/" + track.id().inPath();
        return new DetailView(
                href,
                asked.isNew() && activity.opens() == 0,
                asked.notice() == null ? null : words.of(asked.notice()),
                activity.opens() == 0,
                error,
                TickView.of(found.state(), words),
                summary(found, words),
                Shown.textOrNull(track.details().recipient()),
                Shown.subject(track.details().subject(), words),
                Shown.textOrNull(track.details().notes()),
                times.dated(track.createdAt()),
                times.ago(activity.firstOpenedAt()),
                activity.opens() > 1 ? times.ago(activity.lastOpenedAt()) : null,
                Snippets.of(baseUrl, track.id()),
                numbers(found, words),
                verdicts(found, asked.verdict(), href, words),
                error == null && activity.opens() > 0 && opens.items().isEmpty(),
                OpenView.byDay(opens.items(), standing, href, words),
                asked.cursor(),
                opens.next() == null ? null : address(href, asked.verdict(), opens.next()),
                asked.cursor() == null ? null : address(href, asked.verdict(), null));
    }

    private static String address(String href, @Nullable Verdict verdict, @Nullable String cursor) {
        return new NextPage(href)
                        .with("verdict", verdict == null ? null : verdict.code())
                        .with("cursor", cursor)
                + "#opens";
    }

    private static List<NumberView> numbers(TrackSummary found, Words words) {
        Activity activity = found.activity();
        if (activity.opens() == 0) {
            return List.of();
        }
        long deliveries =
                found.verdicts().of(Verdict.PREFETCH) + found.verdicts().of(Verdict.SCANNER);
        return List.of(
                number("reads", activity.reads(), words),
                number("deliveries", deliveries, words),
                number("opens", activity.opens(), words));
    }

    private static NumberView number(String name, long number, Words words) {
        String key = "number." + name;
        return new NumberView(words.of(key + ".label"), words.number(number), words.of(key + ".of"));
    }

    private static List<VerdictLink> verdicts(TrackSummary found, @Nullable Verdict chosen, String href, Words words) {
        VerdictCounts counts = found.verdicts();
        String opens = words.number(found.activity().opens());
        var links = new ArrayList<VerdictLink>();
        links.add(new VerdictLink(address(href, null, null), null, opens, chosen == null));
        for (Verdict verdict : Verdict.values()) {
            if (counts.of(verdict) > 0 || verdict == chosen) {
                links.add(new VerdictLink(
                        address(href, verdict, null),
                        VerdictView.of(verdict, words),
                        words.number(counts.of(verdict)),
                        verdict == chosen));
            }
        }
        return links.size() > 1 ? List.copyOf(links) : List.of();
    }

    private static String summary(TrackSummary found, Words words) {
        Activity activity = found.activity();
        return switch (found.state()) {
            case WAITING -> words.of(Shown.isOnlyOwn(found) ? "detail.summary.only-own" : "detail.summary.waiting");
            case DELIVERED -> words.of("detail.summary.delivered", Shown.times(activity.opens(), words));
            case READ ->
                activity.reads() == activity.opens()
                        ? words.of("detail.summary.read", Shown.times(activity.reads(), words))
                        : words.of(
                                "detail.summary.read-and-fetched",
                                Shown.times(activity.reads(), words),
                                Shown.times(activity.opens(), words));
        };
    }
}

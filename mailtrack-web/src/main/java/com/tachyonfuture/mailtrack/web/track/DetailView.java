package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Standing;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Snippets;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.page.ExportLinks;
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
/// @param recipient null when none was given
/// @param recipientHref the page of the recipient; null when there is none
/// @param numbers deliveries, reads and opens; none before the first open
/// @param verdicts ways to the opens of one verdict, of those that there are; none where there are not two
/// @param nothingHere whether there are opens, but none on this page
/// @param cursor where this page begins, for the forms on it
/// @param older the page of opens after this one; null when this is the last
/// @param newest the first page; null when this is it
/// @param export the opens as files
/// @param record what a print of the page says of itself
public record DetailView(
        String href,
        boolean isNew,
        @Nullable String notice,
        boolean waiting,
        @Nullable String error,
        StateView state,
        boolean pinned,
        @Nullable String recipient,
        @Nullable String recipientHref,
        String subject,
        NotesView notes,
        @Nullable MomentView createdAt,
        Snippets snippets,
        List<NumberView> numbers,
        List<VerdictLink> verdicts,
        boolean nothingHere,
        List<OpenView.Day> days,
        Surroundings.Around around,
        @Nullable String cursor,
        @Nullable String older,
        @Nullable String newest,
        ExportLinks export,
        String record) {

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

        static Asked of(Parameters asked) {
            boolean isNew = "true".equals(asked.text("created"));
            return new Asked(asked.verdict("verdict"), asked.text("cursor"), isNew, noticeKey(asked.text("done")));
        }

        private static @Nullable String noticeKey(@Nullable String done) {
            return switch (done) {
                case "self" -> "detail.done.self";
                case "self-begun" -> "detail.done.self-begun";
                case "not-self" -> "detail.done.not-self";
                case "not-self-begun" -> "detail.done.not-self-begun";
                case "notes" -> "detail.done.notes";
                case "pinned" -> "detail.done.pinned";
                case "unpinned" -> "detail.done.unpinned";
                case "stopped" -> "detail.done.stopped";
                case "resumed" -> "detail.done.resumed";
                case null, default -> null;
            };
        }
    }

    /// What the page is made of.
    ///
    /// @param error what is wrong with the address of this page; null when nothing is
    record Parts(
            TrackSummary found,
            Page<Open> opens,
            Surroundings.Around around,
            NotesView notes,
            Asked asked,
            @Nullable String error) {}

    static DetailView of(Parts parts, Function<Open, Standing> standing, String baseUrl, Words words) {
        DisplayTimes times = words.times();
        TrackSummary found = parts.found();
        Asked asked = parts.asked();
        var track = found.track();
        boolean waiting = found.activity().opens() == 0;
        List<Open> opens = parts.opens().items();
        String next = parts.opens().next();
        String href = "/detail/" + track.id().inPath();
        return new DetailView(
                href,
                asked.isNew() && waiting,
                asked.notice() == null ? null : words.of(asked.notice()),
                waiting,
                parts.error(),
                StateView.of(found, words),
                found.pinned(),
                Shown.textOrNull(track.details().recipient()),
                RecipientKey.of(track.details().recipient())
                        .map(key -> "/recipients/" + key.value())
                        .orElse(null),
                Shown.subject(track.details().subject(), words),
                parts.notes(),
                times.dated(track.createdAt()),
                Snippets.of(baseUrl, track.id()),
                numbers(found, words),
                verdicts(found, asked.verdict(), href, words),
                parts.error() == null && !waiting && opens.isEmpty(),
                OpenView.byDay(opens, standing, href, words),
                parts.around(),
                asked.cursor(),
                next == null ? null : address(href, asked.verdict(), next),
                asked.cursor() == null ? null : address(href, asked.verdict(), null),
                ExportLinks.ofOpens(track.id()),
                words.of(
                        "detail.record",
                        track.id().value(),
                        times.exactly(times.now()),
                        times.zone().getId()));
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
}

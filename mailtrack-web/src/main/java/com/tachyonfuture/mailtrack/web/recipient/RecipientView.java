package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recipient.FindRecipients;
import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recipient.Engagement;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.chart.TimeChart;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.track.LineView;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of one recipient shows.
///
/// @param href the address of this page
/// @param error what is wrong with the address of this page; null when nothing is
/// @param lastReadAt null while they read nothing
/// @param chart null where it would say nothing
/// @param lines the tracks, the newest first
/// @param older the page of tracks after this one; null when this is the last
/// @param newest the first page; null when this is it
public record RecipientView(
        String href,
        String name,
        @Nullable String error,
        @Nullable MomentView lastReadAt,
        List<NumberView> numbers,
        @Nullable TimeChart chart,
        ScoreView score,
        List<LineView> lines,
        @Nullable String older,
        @Nullable String newest) {

    /// A number at the head of the page.
    ///
    /// @param of what it counts
    public record NumberView(String label, String value, String of) {}

    /// How the score comes about: sentences with the numbers put in.
    ///
    /// @param parts what it is the sum of
    public record ScoreView(String sum, List<PartView> parts, String doubt) {

        private static ScoreView of(Engagement engagement, Words words) {
            return new ScoreView(
                    words.of("recipient.score.sum", engagement.score()),
                    List.of(
                            PartView.of(
                                    "reading",
                                    engagement.forReading(),
                                    Engagement.MOST_FOR_READING,
                                    engagement.read(),
                                    engagement.sent(),
                                    words),
                            PartView.of(
                                    "returning",
                                    engagement.forReturning(),
                                    Engagement.MOST_FOR_RETURNING,
                                    engagement.returns(),
                                    engagement.reads(),
                                    words)),
                    words.of("recipient.score.doubt", Engagement.DOUBT));
        }
    }

    /// A part of the score.
    ///
    /// @param points how many it is, of how many
    /// @param counted what was counted
    /// @param formula how the points follow from that
    public record PartView(String label, String points, String counted, String formula) {

        private static PartView of(String name, int points, int most, long part, long whole, Words words) {
            String key = "recipient.score." + name;
            return new PartView(
                    words.of(key),
                    words.of("recipient.score.points", points, most),
                    words.of(key + ".counted", part, whole),
                    words.of("recipient.score.formula", most, part, whole, Engagement.DOUBT, points));
        }
    }

    static RecipientView of(
            Recipient recipient,
            @Nullable Duration median,
            @Nullable TimeChart chart,
            Page<TrackSummary> history,
            @Nullable String cursor,
            @Nullable Refusal refusal,
            Words words) {
        String href = RecipientsView.href(recipient);
        return new RecipientView(
                href,
                recipient.name(),
                refusal == null ? null : error(refusal, words),
                words.times().ago(recipient.lastReadAt()),
                numbers(recipient, median, words),
                chart,
                ScoreView.of(recipient.engagement(), words),
                history.items().stream()
                        .map(summary -> LineView.of(summary, words))
                        .toList(),
                history.next() == null ? null : new NextPage(href).with("cursor", history.next()) + "#history",
                cursor == null ? null : href + "#history");
    }

    private static String error(Refusal refusal, Words words) {
        return String.join(" ", new FieldErrors(refusal.violations(), RecipientsView.LABELS, words).sentences());
    }

    private static List<NumberView> numbers(Recipient recipient, @Nullable Duration median, Words words) {
        return List.of(
                number("sent", words.number(recipient.sent()), words),
                number("delivered", words.number(recipient.delivered()), words),
                number("read", words.number(recipient.read()), words, share(recipient, words)),
                number("reads", words.number(recipient.reads()), words),
                number(
                        "median",
                        median == null
                                ? words.of("recipient.none")
                                : words.times().length(median),
                        words,
                        FindRecipients.TRACKS_OF_MEDIAN),
                number("score", words.number(recipient.engagement().score()), words));
    }

    private static String share(Recipient recipient, Words words) {
        return words.percent((double) recipient.read() / recipient.sent());
    }

    private static NumberView number(String name, String value, Words words, Object... filling) {
        String key = "recipient.number." + name;
        return new NumberView(words.of(key + ".label"), value, words.of(key + ".of", filling));
    }
}

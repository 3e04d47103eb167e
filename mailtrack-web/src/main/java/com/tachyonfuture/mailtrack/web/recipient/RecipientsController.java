package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recipient.FindRecipients;
import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.stats.FollowReads;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.chart.TimeChart;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages of those who got mail: all, and each.
@Controller("/recipients")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class RecipientsController {

    private static final int LINES = 50;

    private final FindRecipients findRecipients;
    private final FindTracks findTracks;
    private final FollowReads followReads;
    private final Wording wording;
    private final Pages pages;

    RecipientsController(
            FindRecipients findRecipients,
            FindTracks findTracks,
            FollowReads followReads,
            Wording wording,
            Pages pages) {
        this.findRecipients = findRecipients;
        this.findTracks = findTracks;
        this.followReads = followReads;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> all(HttpRequest<?> request) {
        Words words = wording.of(request);
        var search = RecipientSearch.of(new Parameters(request));
        try {
            Page<Recipient> page = RecipientsApiController.find(findRecipients, search.request(LINES, search.cursor()));
            return pages.show(
                    request, HttpStatus.OK, "recipient/recipients", RecipientsView.of(search, page, null, words));
        } catch (RefusedRequest refused) {
            var view = RecipientsView.of(search, new Page<>(List.of(), null), refused.refusal(), words);
            return pages.show(request, HttpStatus.BAD_REQUEST, "recipient/recipients", view);
        }
    }

    @Get("/{key}")
    HttpResponse<?> one(HttpRequest<?> request, String key) {
        Recipient recipient = findRecipients.by(RecipientKeys.parse(key)).orElseThrow(RecipientKeys::unknown);
        String cursor = new Parameters(request).text("cursor");
        var history = FindTracks.Request.ofRecipient(recipient.name(), LINES, cursor);
        return switch (findTracks.matching(history)) {
            case FindTracks.Found(var page) -> show(request, HttpStatus.OK, recipient, page, null);
            case FindTracks.Refused(var refusal) ->
                show(request, HttpStatus.BAD_REQUEST, recipient, new Page<>(List.of(), null), refusal);
        };
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            HttpStatus status,
            Recipient recipient,
            Page<TrackSummary> history,
            @Nullable Refusal refusal) {
        var median = findRecipients.medianToFirstRead(recipient).orElse(null);
        String cursor = new Parameters(request).text("cursor");
        Words words = wording.of(request);
        TimeChart chart = cursor == null ? chart(history, words) : null;
        var view = RecipientView.of(recipient, median, chart, history, cursor, refusal, words);
        return pages.show(request, status, "recipient/recipient", view);
    }

    /// On the first page, of the tracks that are on it.
    private @Nullable TimeChart chart(Page<TrackSummary> history, Words words) {
        var weeks = followReads.weeks(history.items(), words.times().zone());
        return RecipientChart.of(weeks, history.next() == null ? null : LINES, words);
    }
}

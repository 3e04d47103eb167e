package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
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

/// The page of one track: what to paste into the mail, and what became of it.
@Controller("/detail/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class DetailController {

    private static final int OPENS = 50;
    private static final String TEMPLATE = "track/detail";

    private final FindTracks findTracks;
    private final FindOpens findOpens;
    private final KeepOwnAddresses keepOwnAddresses;
    private final Wording wording;
    private final Pages pages;
    private final WebSettings settings;

    DetailController(
            FindTracks findTracks,
            FindOpens findOpens,
            KeepOwnAddresses keepOwnAddresses,
            Wording wording,
            Pages pages,
            WebSettings settings) {
        this.findTracks = findTracks;
        this.findOpens = findOpens;
        this.keepOwnAddresses = keepOwnAddresses;
        this.wording = wording;
        this.pages = pages;
        this.settings = settings;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> show(HttpRequest<?> request, String id) {
        TrackSummary summary = findTracks.by(TrackIds.parse(id)).orElseThrow(TrackIds::unknown);
        DetailView.Asked asked;
        try {
            asked = asked(new Parameters(request));
        } catch (RefusedRequest unreadable) {
            return refused(request, summary, unreadable.refusal());
        }
        return show(request, summary, asked);
    }

    private static DetailView.Asked asked(Parameters asked) {
        boolean isNew = "true".equals(asked.text("created"));
        return new DetailView.Asked(
                asked.verdict("verdict"), asked.text("cursor"), isNew, noticeKey(asked.text("done")));
    }

    private static @Nullable String noticeKey(@Nullable String done) {
        return switch (done) {
            case "self" -> "detail.done.self";
            case "self-begun" -> "detail.done.self-begun";
            case "not-self" -> "detail.done.not-self";
            case "not-self-begun" -> "detail.done.not-self-begun";
            case null, default -> null;
        };
    }

    private HttpResponse<?> show(HttpRequest<?> request, TrackSummary summary, DetailView.Asked asked) {
        var opens = new FindOpens.Request(summary.track().id(), asked.verdict(), OPENS, asked.cursor());
        return switch (findOpens.of(opens)) {
            case FindOpens.Found(var page) ->
                pages.show(request, HttpStatus.OK, TEMPLATE, view(request, summary, page, asked, null));
            case FindOpens.NoSuchTrack() -> throw TrackIds.unknown();
            case FindOpens.Refused(var refusal) -> refused(request, summary, refusal);
        };
    }

    private HttpResponse<?> refused(HttpRequest<?> request, TrackSummary summary, Refusal refusal) {
        var none = new Page<Open>(List.of(), null);
        var view = view(request, summary, none, DetailView.Asked.NOTHING, refusal);
        return pages.show(request, HttpStatus.BAD_REQUEST, TEMPLATE, view);
    }

    private DetailView view(
            HttpRequest<?> request,
            TrackSummary summary,
            Page<Open> opens,
            DetailView.Asked asked,
            @Nullable Refusal refusal) {
        Words words = wording.of(request);
        String error =
                refusal == null ? null : String.join(" ", errors(refusal, words).sentences());
        return DetailView.of(summary, opens, asked, error, keepOwnAddresses::of, settings.baseUrl(), words);
    }

    private static FieldErrors errors(Refusal refusal, Words words) {
        return new FieldErrors(refusal.violations(), TracksFound.LABELS, words);
    }
}

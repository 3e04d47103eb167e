package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the page of one track. What stands around the opens is on the first page of them only.
@Singleton
final class DetailPage {

    private static final int OPENS = 50;
    private static final String TEMPLATE = "track/detail";

    private final FindOpens findOpens;
    private final KeepOwnAddresses keepOwnAddresses;
    private final Surroundings surroundings;
    private final Wording wording;
    private final Pages pages;
    private final WebSettings settings;

    DetailPage(
            FindOpens findOpens,
            KeepOwnAddresses keepOwnAddresses,
            Surroundings surroundings,
            Wording wording,
            Pages pages,
            WebSettings settings) {
        this.findOpens = findOpens;
        this.keepOwnAddresses = keepOwnAddresses;
        this.surroundings = surroundings;
        this.wording = wording;
        this.pages = pages;
        this.settings = settings;
    }

    /// Back to the page, after something was done.
    ///
    /// @param done what was done; null: nothing
    static HttpResponse<?> backTo(TrackId track, @Nullable String done) {
        String page =
                new NextPage("/detail/" + track.inPath()).with("done", done).toString();
        return HttpResponse.seeOther(URI.create(page));
    }

    HttpResponse<?> show(HttpRequest<?> request, TrackSummary found, DetailView.Asked asked) {
        return show(request, HttpStatus.OK, found, asked, NotesView.of(found, wording.of(request)));
    }

    /// With notes that were not saved.
    HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, TrackSummary found, NotesView notes) {
        return show(request, status, found, DetailView.Asked.NOTHING, notes);
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, TrackSummary found, DetailView.Asked asked, NotesView notes) {
        var opens = new FindOpens.Request(found.track().id(), asked.verdict(), OPENS, asked.cursor());
        return switch (findOpens.of(opens)) {
            case FindOpens.Found(var page) -> {
                Words words = wording.of(request);
                var around = asked.cursor() == null
                        ? surroundings.of(found, asked.verdict(), words)
                        : Surroundings.Around.NOTHING;
                yield show(request, status, new DetailView.Parts(found, page, around, notes, asked, null));
            }
            case FindOpens.NoSuchTrack() -> throw TrackIds.unknown();
            case FindOpens.Refused(var refusal) -> refused(request, found, refusal);
        };
    }

    /// The address of the page can't be understood.
    HttpResponse<?> refused(HttpRequest<?> request, TrackSummary found, Refusal refusal) {
        Words words = wording.of(request);
        var errors = new FieldErrors(refusal.violations(), TracksFound.LABELS, words);
        var parts = new DetailView.Parts(
                found,
                new Page<Open>(List.of(), null),
                Surroundings.Around.NOTHING,
                NotesView.of(found, words),
                DetailView.Asked.NOTHING,
                String.join(" ", errors.sentences()));
        return show(request, HttpStatus.BAD_REQUEST, parts);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, DetailView.Parts parts) {
        var view = DetailView.of(parts, keepOwnAddresses::of, settings.baseUrl(), wording.of(request));
        return pages.show(request, status, TEMPLATE, view);
    }
}

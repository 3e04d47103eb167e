package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.CreateTracks;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.RecipientList;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.client.Clients;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import com.tachyonfuture.mailtrack.web.words.Wording;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The pages on which tracks are created for all recipients of a message, and shown.
@Controller("/create/many")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class ManyController {

    private static final String TEMPLATE = "transfer/many";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final CreateTracks createTracks;
    private final FindTracks findTracks;
    private final Forms forms;
    private final Wording wording;
    private final Pages pages;
    private final Clients clients;
    private final WebSettings settings;

    ManyController(
            CreateTracks createTracks,
            FindTracks findTracks,
            Forms forms,
            Wording wording,
            Pages pages,
            Clients clients,
            WebSettings settings) {
        this.createTracks = createTracks;
        this.findTracks = findTracks;
        this.forms = forms;
        this.wording = wording;
        this.pages = pages;
        this.clients = clients;
        this.settings = settings;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request) {
        return pages.show(request, HttpStatus.OK, TEMPLATE, ManyView.of(ManyForm.empty(), wording.of(request)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, @Body @Nullable String body) {
        var form = ManyForm.of(forms.read(request, Objects.requireNonNullElse(body, "")));
        var list = RecipientList.parse(form.recipients());
        if (list.isEmpty() || !list.problems().isEmpty()) {
            return again(request, ManyView.refused(form, list, wording.of(request)), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return switch (createTracks.with(form.request(list, clients.ownAddressOf(request)))) {
            case CreateTracks.Created created ->
                HttpResponse.seeOther(URI.create("/create/many/result?created=true&repeats="
                        + list.repeats().size() + "&message_group_id=" + ManyResultView.encode(created.group())));
            case CreateTracks.Refused(var refusal) ->
                again(request, ManyView.refused(form, refusal, wording.of(request)), status(refusal));
        };
    }

    private HttpResponse<?> again(HttpRequest<?> request, ManyView view, HttpStatus status) {
        return pages.show(request, status, TEMPLATE, view);
    }

    private static HttpStatus status(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    @Get("/result")
    HttpResponse<?> result(HttpRequest<?> request) {
        var asked = new Parameters(request);
        List<TrackSummary> tracks = findTracks.ofGroup(ExportApiController.group(asked));
        if (tracks.isEmpty()) {
            throw TrackIds.unknown();
        }
        String repeats = asked.text("repeats");
        var view = ManyResultView.of(
                tracks,
                "true".equals(asked.text("created")),
                repeats != null && NUMBER.matcher(repeats).matches() ? Long.parseLong(repeats) : 0,
                settings.baseUrl(),
                wording.of(request));
        return pages.show(request, HttpStatus.OK, "transfer/many-result", view);
    }
}

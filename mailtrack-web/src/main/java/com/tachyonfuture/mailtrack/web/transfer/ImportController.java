package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import com.tachyonfuture.mailtrack.application.transfer.ImportTracks;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.form.Upload;
import com.tachyonfuture.mailtrack.web.form.Upload.UploadedFile;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
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
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// The pages on which a file of tracks is chosen, looked at and imported, and those on which files can be had.
@Controller("/import")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class ImportController {

    private static final String TEMPLATE = "transfer/import";

    private final ImportTracks importTracks;
    private final Forms forms;
    private final Wording wording;
    private final Pages pages;

    ImportController(ImportTracks importTracks, Forms forms, Wording wording, Pages pages) {
        this.importTracks = importTracks;
        this.forms = forms;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request) {
        return pages.show(request, HttpStatus.OK, TEMPLATE, ImportView.of(wording.of(request)));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> upload(HttpRequest<?> request) {
        Words words = wording.of(request);
        try (Upload upload = forms.readUpload(request, ImportTracks.LARGEST_FILE)) {
            Optional<UploadedFile> file = upload.file("file");
            return file.isPresent()
                    ? prepare(request, file.get(), words)
                    : again(request, ImportView.withoutFile(words), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (HttpStatusException e) {
            if (e.getStatus() == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
                return again(request, ImportView.tooLarge(words), e.getStatus());
            }
            throw e;
        }
    }

    private HttpResponse<?> prepare(HttpRequest<?> request, UploadedFile file, Words words) {
        return switch (importTracks.prepare(file::open)) {
            case ImportTracks.Prepared(var staged) -> toImport(staged.id());
            case ImportTracks.Rejected rejected ->
                again(request, ImportView.rejected(rejected, words), HttpStatus.UNPROCESSABLE_ENTITY);
        };
    }

    private static HttpResponse<?> toImport(ImportId id) {
        return HttpResponse.seeOther(URI.create("/import/" + id));
    }

    private HttpResponse<?> again(HttpRequest<?> request, ImportView view, HttpStatus status) {
        return pages.show(request, status, TEMPLATE, view);
    }

    @Get("/{id}")
    HttpResponse<?> preview(HttpRequest<?> request, String id) {
        var preview = ImportId.parse(id).flatMap(importTracks::preview).orElseThrow(ImportController::unknown);
        return pages.show(request, HttpStatus.OK, "transfer/preview", PreviewView.of(preview, wording.of(request)));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(HttpRequest<?> request, String id, @Body @Nullable String body) {
        forms.read(request, Objects.requireNonNullElse(body, ""));
        ImportId known = ImportId.parse(id).orElseThrow(ImportController::unknown);
        if (importTracks.confirm(known).isEmpty()) {
            throw unknown();
        }
        return toImport(known);
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest(Refusal.notFound(
                "import_not_found", "No file waits here to be imported: files are kept for a day. Choose it again."));
    }
}

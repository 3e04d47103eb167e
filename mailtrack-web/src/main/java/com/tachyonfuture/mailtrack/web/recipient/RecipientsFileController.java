package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.recipient.FindRecipients;
import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.web.api.CsvStreams;
import com.tachyonfuture.mailtrack.web.api.CsvStreams.Column;
import com.tachyonfuture.mailtrack.web.api.EveryPage;
import com.tachyonfuture.mailtrack.web.api.LargePage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.words.Wording;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of all recipients that are asked for, which a spreadsheet opens.
@Controller("/export/recipients.csv")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class RecipientsFileController {

    private static final List<Column<Recipient>> COLUMNS = RecipientJson.COLUMNS.stream()
            .map(RecipientsFileController::ofRecipient)
            .toList();

    private final FindRecipients findRecipients;
    private final Wording wording;

    RecipientsFileController(FindRecipients findRecipients, Wording wording) {
        this.findRecipients = findRecipients;
        this.wording = wording;
    }

    private static Column<Recipient> ofRecipient(Column<RecipientJson> column) {
        return new Column<>(column.name(), recipient -> column.value().apply(RecipientJson.of(recipient)));
    }

    @Get
    HttpResponse<InputStream> file(HttpRequest<?> request) {
        var search = RecipientSearch.of(new Parameters(request));
        Iterator<Recipient> found = EveryPage.of(
                (int limit, @Nullable String cursor) ->
                        RecipientsApiController.find(findRecipients, search.request(limit, cursor)),
                recipient -> LargePage.weight(recipient.name()));
        String day = wording.of(request).times().today().toString();
        return HttpResponse.ok(CsvStreams.table(COLUMNS, found, true))
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"mailtrack-recipients-" + day + ".csv\"");
    }
}

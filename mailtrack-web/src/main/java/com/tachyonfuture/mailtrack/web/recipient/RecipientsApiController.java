package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.recipient.FindRecipients;
import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;

/// Recipients over HTTP.
@Controller("/api/recipients")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class RecipientsApiController {

    private final FindRecipients findRecipients;
    private final WebSettings settings;

    RecipientsApiController(FindRecipients findRecipients, WebSettings settings) {
        this.findRecipients = findRecipients;
        this.settings = settings;
    }

    @Get
    HttpResponse<List<RecipientJson>> list(HttpRequest<?> request) {
        var asked = new Parameters(request);
        var search = RecipientSearch.of(asked);
        Page<Recipient> page = find(findRecipients, search.request(asked.limit(), search.cursor()));
        List<RecipientJson> body = page.items().stream().map(RecipientJson::of).toList();
        return new NextPage(settings.baseUrl() + "/api/recipients")
                .with("limit", asked.text("limit"))
                .with("q", search.q())
                .with("sort", search.sort())
                .addTo(HttpResponse.ok(body), page.next());
    }

    @Get("/{key}")
    RecipientJson one(String key) {
        return findRecipients
                .by(RecipientKeys.parse(key))
                .map(RecipientJson::of)
                .orElseThrow(RecipientKeys::unknown);
    }

    static Page<Recipient> find(FindRecipients findRecipients, FindRecipients.Request request) {
        return switch (findRecipients.matching(request)) {
            case FindRecipients.Found(var page) -> page;
            case FindRecipients.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }
}

package com.tachyonfuture.mailtrack.web.self;

import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.web.form.Form;
import com.tachyonfuture.mailtrack.web.form.Forms;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes addresses of the owner back, from the list in the settings.
@Controller("/settings/addresses/removal")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class OwnAddressesController {

    private static final URI SETTINGS = URI.create("/settings");

    private final KeepOwnAddresses keepOwnAddresses;
    private final Forms forms;

    OwnAddressesController(KeepOwnAddresses keepOwnAddresses, Forms forms) {
        this.keepOwnAddresses = keepOwnAddresses;
        this.forms = forms;
    }

    @Get
    HttpResponse<?> whereOnlyFormsGo() {
        return HttpResponse.seeOther(SETTINGS);
    }

    /// One that is gone already makes no difference: whoever pressed twice has what they wanted.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(HttpRequest<?> request, @Body @Nullable String body) {
        Form form = forms.read(request, body);
        boolean complete = network(form.text("network"))
                .map(network -> keepOwnAddresses.forget(network).complete())
                .orElse(true);
        return HttpResponse.seeOther(URI.create("/settings?done=" + (complete ? "address" : "address-begun")));
    }

    private static Optional<Cidr> network(String text) {
        try {
            return Optional.of(Cidr.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

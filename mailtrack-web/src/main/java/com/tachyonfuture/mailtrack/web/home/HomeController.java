package com.tachyonfuture.mailtrack.web.home;

import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// The page at the root: Mailtrack runs, and this is how to begin.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class HomeController {

    private final Pages pages;
    private final WebSettings settings;

    HomeController(Pages pages, WebSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> home(HttpRequest<?> request) {
        return pages.show(request, HttpStatus.OK, "home", new HomeView(settings.baseUrl()));
    }
}

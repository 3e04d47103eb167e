package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.access.CheckOwner;
import com.tachyonfuture.mailtrack.web.client.Clients;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/// Puts together what somebody says who wants to be the owner, and what is known of where they are.
@Singleton
final class Claims {

    private final Clients clients;
    private final KnownBrowsers knownBrowsers;

    Claims(Clients clients, KnownBrowsers knownBrowsers) {
        this.clients = clients;
        this.knownBrowsers = knownBrowsers;
    }

    CheckOwner.Request of(HttpRequest<?> request, String name, String password) {
        return new CheckOwner.Request(
                name,
                password,
                clients.addressOf(request),
                knownBrowsers.nameIn(request).orElse(null));
    }
}

package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.outbound.client.UapClients;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Makes what tells mail clients and devices by their user agents.
@Factory
final class ClientsFactory {

    @Singleton
    Clients clients() {
        return new UapClients();
    }
}

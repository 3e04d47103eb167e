package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.app.recording.RecordingFactory;
import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.outbound.client.UapClients;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/// Makes what tells mail clients and devices by their user agents. What is judged again has one for itself: a
/// history of many user agents would use up the time that is allowed for those of new hits, which then were
/// recorded without the names of their clients.
@Factory
final class ClientsFactory {

    @Singleton
    @Primary
    Clients clients() {
        return new UapClients();
    }

    @Singleton
    @Named(RecordingFactory.OF_HISTORY)
    Clients clientsOfHistory() {
        return new UapClients();
    }
}

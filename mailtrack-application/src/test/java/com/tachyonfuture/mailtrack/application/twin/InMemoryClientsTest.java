package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.application.contract.ClientsContract;

final class InMemoryClientsTest implements ClientsContract {

    private final Clients clients = new InMemoryClients();

    @Override
    public Clients clients() {
        return clients;
    }
}

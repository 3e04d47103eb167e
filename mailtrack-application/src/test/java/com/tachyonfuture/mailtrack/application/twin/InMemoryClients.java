package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import java.util.Map;

/** {@link Clients} that know a few user agents, each as a whole. */
public final class InMemoryClients implements Clients {

    private static final Map<String, Client> KNOWN = Map.of(
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1",
            new Client("Thunderbird", "Linux", DeviceClass.DESKTOP),
            "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12827; Pro)",
            new Client("Outlook", "Windows", DeviceClass.DESKTOP),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Mobile/15E148",
            new Client("Apple Mail", "iOS", DeviceClass.PHONE),
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
            new Client("Gmail", null, null));

    @Override
    public Client of(String userAgent) {
        return KNOWN.getOrDefault(userAgent, Client.UNKNOWN);
    }
}

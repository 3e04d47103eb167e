package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.web.client.Clients;
import com.tachyonfuture.mailtrack.web.client.Cookies;
import com.tachyonfuture.mailtrack.web.client.OwnersMark;
import com.tachyonfuture.mailtrack.web.server.ScriptedSpool;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.settings.SigningKey;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What takes in hits, for handlers without a server around them.
final class Pixels {

    private Pixels() {}

    /// Whoever asks over a channel that is not a socket is nobody.
    static PixelHits hits(ScriptedSpool spool) {
        var settings = new WebSettings(
                WebServer.BASE_URL,
                new TrustedProxies(List.of(Cidr.parse("127.0.0.1"))),
                ZoneOffset.UTC,
                List.of(),
                Optional.empty(),
                false,
                SigningKey.of("secret"));
        var clients = new Clients(settings);
        return new PixelHits(
                new RecordOpen(spool, () -> WebServer.NOW, new HitCounts()),
                clients,
                new OwnersMark(settings, new Cookies(settings, clients), () -> WebServer.NOW));
    }
}

package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.application.classify.Judging.Whereabouts;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Evidence;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is found out about the hits of a batch: each address and each user agent is looked up once. For one thread.
 *
 * <p>Looking up comes first, and needs no database: so it can be done before a transaction, and timed.
 */
public final class Inquiry implements Judge {

    private final Judging judging;
    private final List<Hit> hits;
    private final Map<Hit, Integer> tracksAtOnce;
    private final Map<IpAddress, Whereabouts> whereabouts = new HashMap<>();
    private final Map<String, Client> clients = new HashMap<>();

    Inquiry(Judging judging, List<Hit> hits, Map<Hit, Integer> tracksAtOnce) {
        this.judging = judging;
        this.hits = hits;
        this.tracksAtOnce = tracksAtOnce;
    }

    /** Looks all addresses up. */
    public void locate() {
        hits.forEach(this::whereabouts);
    }

    /** Looks all user agents up. */
    public void describe() {
        hits.forEach(this::client);
    }

    @Override
    public JudgedHit judge(Hit hit, Origin origin) {
        Whereabouts found = whereabouts(hit);
        var description =
                new Description(found.place(), found.network(), client(hit), tracksAtOnce.getOrDefault(hit, 1));
        var judged = judging.judge(hit.trackId(), evidence(hit, found, description, origin));
        return new JudgedHit(hit, description, judged.orElse(null));
    }

    private Evidence evidence(Hit hit, Whereabouts found, Description description, Origin origin) {
        IpAddress address = hit.address();
        return new Evidence(
                address,
                hit.userAgent(),
                hit.referer(),
                hit.signs(),
                found.network(),
                found.listing(),
                age(hit, origin),
                description.tracksAtOnce(),
                found.owners(),
                address != null && Objects.equals(address, origin.createdFrom()));
    }

    private static @Nullable Duration age(Hit hit, Origin origin) {
        return origin.createdAt() == null ? null : Duration.between(origin.createdAt(), hit.receivedAt());
    }

    private Whereabouts whereabouts(Hit hit) {
        return hit.address() == null
                ? Whereabouts.UNKNOWN
                : whereabouts.computeIfAbsent(hit.address(), judging::whereabouts);
    }

    private Client client(Hit hit) {
        return hit.userAgent() == null ? Client.UNKNOWN : clients.computeIfAbsent(hit.userAgent(), judging::client);
    }
}

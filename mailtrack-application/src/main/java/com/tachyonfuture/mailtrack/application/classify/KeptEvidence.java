package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Judging.Whereabouts;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Evidence;
import com.tachyonfuture.mailtrack.domain.classify.FormerJudgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges by the evidence that was kept. Addresses and user agents are looked up anew, each once; where nobody knows
 * them now, what was known stays.
 */
final class KeptEvidence implements Reviewer {

    private final Judging judging;
    private final Map<IpAddress, Whereabouts> whereabouts = new HashMap<>();
    private final Map<String, Client> clients = new HashMap<>();

    KeptEvidence(Judging judging) {
        this.judging = judging;
    }

    /** A rule that fails at an open is no reason to judge none of the others. */
    @Override
    public Optional<Reviewed> review(Open open, Origin origin) {
        try {
            return judge(open, origin);
        } catch (StorageUnavailable later) {
            throw later;
        } catch (RuntimeException mistake) {
            return Optional.empty();
        }
    }

    private Optional<Reviewed> judge(Open open, Origin origin) {
        IpAddress address = Viewers.address(open);
        Whereabouts found =
                address == null ? Whereabouts.UNKNOWN : whereabouts.computeIfAbsent(address, judging::whereabouts);
        var description = describe(open, found);
        var former = new FormerJudgement(open.formerlyReal(), open.formerProxy());
        return judging.judge(open.trackId(), evidence(open, address, found, description, origin), former)
                .map(judged -> new Reviewed(description, judged));
    }

    private Description describe(Open open, Whereabouts found) {
        Description kept = open.description();
        Network network = found.network() == null ? kept.network() : found.network();
        return new Description(place(kept.place(), found.place()), network, client(open), kept.tracksAtOnce());
    }

    /** A database of countries does not make cities unknown that another one knew. */
    private static Place place(Place kept, Place found) {
        if (found.equals(Place.UNKNOWN)) {
            return kept;
        }
        boolean lessExact = found.city() == null && Objects.equals(found.country(), kept.country());
        return lessExact ? new Place(found.countryCode(), found.country(), kept.city()) : found;
    }

    private Client client(Open open) {
        String userAgent = open.userAgent();
        Client found = userAgent == null ? Client.UNKNOWN : clients.computeIfAbsent(userAgent, judging::client);
        Client kept = open.description().client();
        return new Client(
                found.name() == null ? kept.name() : found.name(),
                found.os() == null ? kept.os() : found.os(),
                found.device() == null ? kept.device() : found.device());
    }

    private Evidence evidence(
            Open open, @Nullable IpAddress address, Whereabouts found, Description description, Origin origin) {
        return new Evidence(
                address,
                open.userAgent(),
                open.referer(),
                open.signs(),
                description.network(),
                listing(address, found, description.network()),
                age(open, origin),
                Math.max(1, description.tracksAtOnce()),
                found.owners(),
                address != null && Objects.equals(address, origin.createdFrom()));
    }

    /** Where nobody knows the network now, the lists may still name the one that was known. */
    private Set<NetworkKind> listing(@Nullable IpAddress address, Whereabouts found, @Nullable Network described) {
        return address == null || described == null || found.network() != null
                ? found.listing()
                : judging.listing(address, described);
    }

    private static @Nullable Duration age(Open open, Origin origin) {
        return origin.createdAt() == null || open.openedAt() == null
                ? null
                : Duration.between(origin.createdAt(), open.openedAt());
    }
}

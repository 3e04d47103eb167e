package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Evidence;
import com.tachyonfuture.mailtrack.domain.classify.FormerJudgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Viewer;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges what fetched a pixel: gathers what is known of an address and a user agent, and asks the rules.
 *
 * <p>Whether an address fetches several tracks at once shows only when hits are seen together. So hits come here in
 * the order of their spool, a batch at a time, by one thread; all else is safe for many.
 */
public final class Judging {

    /** What is known of an address. */
    record Whereabouts(Place place, @Nullable Network network, Set<NetworkKind> listing, boolean owners) {

        static final Whereabouts UNKNOWN = new Whereabouts(Place.UNKNOWN, null, Set.of(), false);
    }

    private static final FormerJudgement NO_OTHER = new FormerJudgement(null, null);

    private final Function<IpAddress, Whereabouts> whereabouts;
    private final BiFunction<IpAddress, Network, Set<NetworkKind>> listing;
    private final Function<String, Client> clients;
    private final Runnable readOwnersAgain;
    private final @Nullable RuleBook rules;
    private final TracksAtOnce tracksAtOnce = new TracksAtOnce();

    public Judging(Places places, Networks networks, Clients clients, OwnersAddresses ownersAddresses, RuleBook rules) {
        this(
                address -> new Whereabouts(
                        places.of(address),
                        networks.of(address).orElse(null),
                        networks.listing(address),
                        ownersAddresses.test(address)),
                networks::listing,
                clients::of,
                ownersAddresses::readAgain,
                rules);
    }

    private Judging(
            Function<IpAddress, Whereabouts> whereabouts,
            BiFunction<IpAddress, Network, Set<NetworkKind>> listing,
            Function<String, Client> clients,
            Runnable readOwnersAgain,
            @Nullable RuleBook rules) {
        this.whereabouts = whereabouts;
        this.listing = listing;
        this.clients = clients;
        this.readOwnersAgain = readOwnersAgain;
        this.rules = rules;
    }

    /** For those who record opens and judge none: nothing is looked up. */
    public static Judging none() {
        return new Judging(
                address -> Whereabouts.UNKNOWN,
                (address, network) -> Set.of(),
                userAgent -> Client.UNKNOWN,
                () -> {},
                null);
    }

    /** Begins with the next hits of a spool. To be called by one thread at a time. */
    public Inquiry about(List<Hit> hits) {
        return new Inquiry(this, hits, tracksAtOnce.of(hits));
    }

    /** For hits of any time, each for itself. */
    public Judge oneByOne() {
        return new Inquiry(this, List.of(), Map.of());
    }

    /**
     * For opens that were recorded, a few thousand at most: what is looked up for them is remembered. The owner's
     * addresses are read before, so that nothing blocks while opens are judged.
     *
     * @throws com.tachyonfuture.mailtrack.application.StorageUnavailable when they can't be read
     */
    public Reviewer again() {
        readOwnersAgain.run();
        return new KeptEvidence(this);
    }

    /** The version of the rules; 0 where nobody judges. */
    public int ruleBook() {
        return rules == null ? 0 : rules.version();
    }

    /** Judges by evidence that was kept; empty where nobody judges. */
    public Optional<Judged> judge(TrackId track, Evidence evidence) {
        return judge(track, evidence, NO_OTHER);
    }

    Optional<Judged> judge(TrackId track, Evidence evidence, FormerJudgement former) {
        if (rules == null) {
            return Optional.empty();
        }
        var judgement = former.weigh(rules.judge(evidence));
        long viewer = Viewer.key(track, evidence.address(), evidence.userAgent(), judgement);
        return Optional.of(new Judged(judgement, rules.version(), viewer));
    }

    Whereabouts whereabouts(IpAddress address) {
        return whereabouts.apply(address);
    }

    Set<NetworkKind> listing(IpAddress address, Network network) {
        return listing.apply(address, network);
    }

    Client client(String userAgent) {
        return clients.apply(userAgent);
    }
}

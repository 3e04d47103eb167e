package com.tachyonfuture.mailtrack.application.self;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.port.History.Fetched;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.self.port.OwnAddresses;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Learns and forgets by which addresses the owner is known, and has judged again what these fetched.
 *
 * <p>Learned is what one client may be assumed to have for itself. An address through which many people's mail services
 * fetch is not learned: all who read there would be taken for the owner.
 */
public final class KeepOwnAddresses {

    /** Tracks that are judged again while the owner waits. */
    static final int AT_ONCE = 25;

    /** More than any owner moves between; each is compared with each address that fetches. */
    public static final int MOST = 200;

    private static final Refusal NO_ADDRESS =
            Refusal.conflict("no_address", "It is not known which address this open came from.");

    private static final Refusal ADDRESS_OF_MANY = Refusal.conflict(
            "address_of_many",
            "This address belongs to a service that fetches mail for many people. If it were taken for yours, all who"
                    + " read there would be taken for you.");

    private static final Refusal ADDRESS_OF_PROXY = Refusal.conflict(
            "address_of_proxy",
            "This address is in TRUSTED_PROXY_CIDRS: it may be that of a proxy, through which everybody comes who"
                    + " reads. If it is a device of your own, list it in MAILTRACK_OWN_ADDRESSES.");

    private static final Refusal LISTED = Refusal.conflict(
            "address_in_settings",
            "This address is listed by MAILTRACK_OWN_ADDRESSES, and can be taken out only there.");

    private static final Refusal TOO_MANY = Refusal.conflict(
            "too_many_addresses",
            "There are " + MOST + " addresses of your own already. Remove some in the settings first, or list a network"
                    + " in MAILTRACK_OWN_ADDRESSES.");

    /** What an open's address is to the owner. */
    public enum Standing {
        /** Nobody said that it is the owner's. */
        OTHERS,
        /** The owner said that it is theirs. */
        LEARNED,
        /** The operator listed it. */
        LISTED,
        /** It can't be the owner's alone: a service fetches for many people from it. */
        OF_MANY,
        /** It can't be known to be the owner's: everybody may come from it, through a proxy of the operator's. */
        OF_PROXY,
        /** It is not known. */
        NONE
    }

    /** What came of teaching or forgetting. */
    public sealed interface Outcome permits Done, NoSuchOpen, Refused {}

    /**
     * It is as was wished, maybe since before.
     *
     * @param complete whether all that the network fetched is judged again; false when some of it is to follow
     */
    public record Done(Cidr network, boolean complete) implements Outcome {}

    public record NoSuchOpen() implements Outcome {}

    public record Refused(Refusal refusal) implements Outcome {}

    private final Opens opens;
    private final OwnAddresses addresses;
    private final OwnersNetworks owners;
    private final AddressesOfMany ofMany;
    private final JudgeAgain judgeAgain;
    private final InstantSource clock;

    public KeepOwnAddresses(
            Opens opens,
            OwnAddresses addresses,
            OwnersNetworks owners,
            AddressesOfMany ofMany,
            JudgeAgain judgeAgain,
            InstantSource clock) {
        this.opens = opens;
        this.addresses = addresses;
        this.owners = owners;
        this.ofMany = ofMany;
        this.judgeAgain = judgeAgain;
        this.clock = clock;
    }

    /** What the address of an open is to the owner. */
    public Standing of(Open open) {
        return address(open).map(address -> of(open, address)).orElse(Standing.NONE);
    }

    private Standing of(Open open, IpAddress address) {
        if (owners.isListed(address)) {
            return Standing.LISTED;
        }
        if (ofMany.isOfProxy(address)) {
            return Standing.OF_PROXY;
        }
        if (ofMany.isOfService(address)) {
            return Standing.OF_MANY;
        }
        if (owners.isLearned(address)) {
            return Standing.LEARNED;
        }
        return open.isThroughGoBetween() ? Standing.OF_MANY : Standing.OTHERS;
    }

    private static Optional<IpAddress> address(Open open) {
        return Optional.ofNullable(open.ipAddress()).flatMap(IpAddress::parse);
    }

    /** Learns that the address of an open is the owner's. */
    public Outcome learn(TrackId track, long openId) {
        return find(track, openId).map(this::learn).orElseGet(NoSuchOpen::new);
    }

    private Optional<Open> find(TrackId track, long openId) {
        boolean possible = openId > 0 && openId < Long.MAX_VALUE;
        return possible
                ? opens.of(track, openId + 1, 1).stream()
                        .filter(open -> open.id() == openId)
                        .findFirst()
                : Optional.empty();
    }

    private Outcome learn(Open open) {
        return switch (of(open)) {
            case NONE -> new Refused(NO_ADDRESS);
            case OF_MANY -> new Refused(ADDRESS_OF_MANY);
            case OF_PROXY -> new Refused(ADDRESS_OF_PROXY);
            case LISTED, LEARNED -> changed(open, address(open).orElseThrow());
            case OTHERS -> learn(open, address(open).orElseThrow());
        };
    }

    private Outcome learn(Open open, IpAddress address) {
        var learned = new OwnAddress(
                Cidr.ofClient(address), open.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return addresses.add(learned, MOST) ? changed(open, address) : new Refused(TOO_MANY);
    }

    private Done changed(Open open, IpAddress address) {
        return changed(Cidr.ofClient(address), address, open.trackId());
    }

    /** Of a network that is more than one address, nothing leads to all that it fetched but going through everything. */
    private Done changed(Cidr network, IpAddress address, @Nullable TrackId first) {
        owners.readAgain();
        if (first != null) {
            judgeAgain.track(first);
        }
        Fetched others = judgeAgain.fetchedFrom(address, AT_ONCE);
        others.tracks().stream().filter(track -> !track.equals(first)).forEach(judgeAgain::track);
        boolean complete = others.complete() && network.equals(Cidr.of(address));
        if (!complete) {
            judgeAgain.anew();
        }
        return new Done(network, complete);
    }

    /** Forgets that the address of an open is the owner's. */
    public Outcome forget(TrackId track, long openId) {
        return find(track, openId).map(this::forget).orElseGet(NoSuchOpen::new);
    }

    private Outcome forget(Open open) {
        Optional<IpAddress> address = address(open);
        if (address.isEmpty()) {
            return new Refused(NO_ADDRESS);
        }
        if (owners.isListed(address.get())) {
            return new Refused(LISTED);
        }
        addresses.all().stream()
                .map(OwnAddress::network)
                .filter(network -> network.contains(address.get()))
                .forEach(addresses::remove);
        return changed(open, address.get());
    }

    /** Forgets a network that was learned, be it gone already. */
    public Done forget(Cidr network) {
        return addresses.remove(network) ? changed(network, network.address(), null) : new Done(network, true);
    }

    /** What was learned, the latest first. */
    public List<OwnAddress> learned() {
        return addresses.all();
    }

    /** What the operator listed. */
    public List<Cidr> listed() {
        return owners.listed();
    }
}

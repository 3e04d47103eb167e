package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.api.Iso;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An open in the API. What nobody knows is null; so are the fields of the verdict until the open is judged.
///
/// @param country of the reader, as far as the address tells; of a proxy or scanner there is none
/// @param repeat whether the same viewer was there shortly before, and is counted once
/// @param proxyType the name of the proxy or scanner
/// @param isRealOpen whether somebody read the mail, be it for the first time or again
/// @param network the operator of the network that the address belongs to
/// @param asn the number of that network
@Serdeable(naming = SnakeCaseStrategy.class)
public record OpenJson(
        long id,
        @Nullable String openedAt,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String referer,
        @Nullable String country,
        @Nullable String city,
        @Nullable String verdict,
        @Nullable String reason,
        @Nullable String reasonText,
        @Nullable String confidence,
        boolean repeat,
        @Nullable String proxyType,
        boolean isRealOpen,
        @Nullable String client,
        @Nullable String os,
        @Nullable String device,
        @Nullable String network,
        @Nullable Long asn,
        @Nullable String countryCode) {

    /// How an open is shown.
    public static OpenJson of(Open open) {
        Optional<Judgement> judgement = Optional.ofNullable(open.judgement());
        Optional<Network> network = Optional.ofNullable(open.description().network());
        Place place = open.readersPlace();
        Client client = open.description().client();
        return new OpenJson(
                open.id(),
                Iso.of(open.openedAt()),
                canonical(open.ipAddress()),
                open.userAgent(),
                open.referer(),
                place.country(),
                place.city(),
                judgement.map(Judgement::verdict).map(Verdict::code).orElse(null),
                judgement.map(Judgement::reason).map(Reason::code).orElse(null),
                judgement.map(Judgement::reason).map(Reason::sentence).orElse(null),
                judgement.map(Judgement::confidence).map(Confidence::code).orElse(null),
                open.repeat(),
                open.agent(),
                open.isRead(),
                client.name(),
                client.os(),
                Optional.ofNullable(client.device()).map(DeviceClass::code).orElse(null),
                network.map(Network::name).orElse(null),
                network.map(Network::number).orElse(null),
                place.countryCode());
    }

    /// A database that we took over may hold other spellings, or something that is no address.
    private static @Nullable String canonical(@Nullable String address) {
        return address == null
                ? null
                : IpAddress.parse(address).map(IpAddress::toString).orElse(address);
    }
}

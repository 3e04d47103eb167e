package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.classify.Reviewed;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.StrictMapping;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/// Between opens and their rows.
@Mapper(config = StrictMapping.class)
interface OpenMapping {

    OpenMapping MAPPING = Mappers.getMapper(OpenMapping.class);

    @Mapping(target = "trackId", source = "trackedEmailId")
    @Mapping(target = "description", source = "row")
    @Mapping(target = "judgement", source = "row")
    @Mapping(target = "repeat", source = "isRepeat")
    @Mapping(target = "formerProxy", source = "proxyType")
    @Mapping(target = "formerlyReal", source = "isRealOpen")
    Open open(OpenRow row);

    @Mapping(target = "place.countryCode", source = "countryCode")
    @Mapping(target = "place.country", source = "country")
    @Mapping(target = "place.city", source = "city")
    @Mapping(target = "network", source = "row")
    @Mapping(target = "client.name", source = "client")
    @Mapping(target = "client.os", source = "os")
    @Mapping(target = "client.device", source = "device")
    Description description(OpenRow row);

    /// A row that is still to be stored.
    ///
    /// @param trackedEmailId the track's id as the database spells it
    @Mapping(target = "id", constant = "0L")
    @Mapping(target = "openedAt", source = "fetched.hit.receivedAt")
    @Mapping(target = "ipAddress", source = "fetched.hit.address")
    @Mapping(target = "userAgent", source = "fetched.hit.userAgent")
    @Mapping(target = "referer", source = "fetched.hit.referer")
    @Mapping(target = "signs", source = "fetched.hit.signs")
    @Mapping(target = "country", source = "fetched.description.place.country")
    @Mapping(target = "city", source = "fetched.description.place.city")
    @Mapping(target = "countryCode", source = "fetched.description.place.countryCode")
    @Mapping(target = "asn", source = "fetched.description.network.number")
    @Mapping(target = "network", source = "fetched.description.network.name")
    @Mapping(target = "client", source = "fetched.description.client.name")
    @Mapping(target = "os", source = "fetched.description.client.os")
    @Mapping(target = "device", source = "fetched.description.client.device")
    @Mapping(target = "tracksAtOnce", source = "fetched.description.tracksAtOnce")
    @Mapping(target = "verdict", source = "fetched.judged.judgement.verdict")
    @Mapping(target = "reason", source = "fetched.judged.judgement.reason")
    @Mapping(target = "confidence", source = "fetched.judged.judgement.confidence")
    @Mapping(target = "agent", source = "fetched.judged.judgement.agent")
    @Mapping(target = "ruleBook", source = "fetched.judged.ruleBook")
    @Mapping(target = "proxyType", ignore = true)
    @Mapping(target = "isRealOpen", ignore = true)
    OpenRow row(JudgedHit fetched, String trackedEmailId, boolean isRepeat, boolean counted);

    /// A row that was judged again.
    @Mapping(target = "id", source = "row.id")
    @Mapping(target = "trackedEmailId", source = "row.trackedEmailId")
    @Mapping(target = "openedAt", source = "row.openedAt")
    @Mapping(target = "ipAddress", source = "row.ipAddress")
    @Mapping(target = "userAgent", source = "row.userAgent")
    @Mapping(target = "referer", source = "row.referer")
    @Mapping(target = "signs", source = "row.signs")
    @Mapping(target = "proxyType", source = "row.proxyType")
    @Mapping(target = "isRealOpen", source = "row.isRealOpen")
    @Mapping(target = "country", source = "reviewed.description.place.country")
    @Mapping(target = "city", source = "reviewed.description.place.city")
    @Mapping(target = "countryCode", source = "reviewed.description.place.countryCode")
    @Mapping(target = "asn", source = "reviewed.description.network.number")
    @Mapping(target = "network", source = "reviewed.description.network.name")
    @Mapping(target = "client", source = "reviewed.description.client.name")
    @Mapping(target = "os", source = "reviewed.description.client.os")
    @Mapping(target = "device", source = "reviewed.description.client.device")
    @Mapping(target = "tracksAtOnce", source = "row.tracksAtOnce")
    @Mapping(target = "verdict", source = "reviewed.judged.judgement.verdict")
    @Mapping(target = "reason", source = "reviewed.judged.judgement.reason")
    @Mapping(target = "confidence", source = "reviewed.judged.judgement.confidence")
    @Mapping(target = "agent", source = "reviewed.judged.judgement.agent")
    @Mapping(target = "ruleBook", source = "reviewed.judged.ruleBook")
    @Mapping(target = "isRepeat", source = "isRepeat")
    @Mapping(target = "counted", source = "counted")
    OpenRow again(OpenRow row, Reviewed reviewed, boolean isRepeat, boolean counted);

    /// What a newer version of this program judged by, and this one does not know, changes no verdict.
    default @Nullable Judgement judgement(OpenRow row) {
        return row.verdict() == null
                ? null
                : new Judgement(
                        Verdict.of(row.verdict()).orElse(Verdict.UNDECIDED),
                        Optional.ofNullable(row.reason()).flatMap(Reason::of).orElse(Reason.NO_EVIDENCE),
                        Optional.ofNullable(row.confidence())
                                .flatMap(Confidence::of)
                                .orElse(Confidence.LOW),
                        row.agent());
    }

    default @Nullable Network network(OpenRow row) {
        return row.asn() == null ? null : new Network(row.asn(), Objects.requireNonNullElse(row.network(), ""));
    }

    default Set<Sign> signs(int bits) {
        return SignBits.signs(bits);
    }

    default int bits(Set<Sign> signs) {
        return SignBits.bits(signs);
    }

    default @Nullable DeviceClass device(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(DeviceClass::of).orElse(null);
    }

    default @Nullable String code(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.code();
    }

    default @Nullable String code(@Nullable Reason reason) {
        return reason == null ? null : reason.code();
    }

    default @Nullable String code(@Nullable Confidence confidence) {
        return confidence == null ? null : confidence.code();
    }

    default @Nullable String code(@Nullable DeviceClass device) {
        return device == null ? null : device.code();
    }

    default TrackId trackId(String id) {
        return new TrackId(id);
    }

    default @Nullable String text(@Nullable IpAddress address) {
        return address == null ? null : address.toString();
    }
}

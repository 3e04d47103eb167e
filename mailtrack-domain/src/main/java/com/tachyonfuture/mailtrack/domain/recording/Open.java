package com.tachyonfuture.mailtrack.domain.recording;

import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hit that was recorded for a known track.
 *
 * @param id ascending in order of arrival
 * @param openedAt null only where a database that we took over does not know it
 * @param ipAddress as stored; databases that we took over may hold any text
 * @param judgement null until somebody judges it
 * @param repeat the same viewer was there shortly before or after, and is counted once
 * @param formerProxy the proxy or scanner that the service which we took over from named, such as {@code google}
 * @param formerlyReal whether that service took it for somebody reading; null where it did not say
 */
public record Open(
        long id,
        TrackId trackId,
        @Nullable Instant openedAt,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String referer,
        Set<Sign> signs,
        Description description,
        @Nullable Judgement judgement,
        boolean repeat,
        @Nullable String formerProxy,
        @Nullable Boolean formerlyReal) {

    private static final Set<Sign> NOT_KEPT = Set.of(Sign.HEADERS_NOT_KEPT);

    private static final Set<Reason> OF_GO_BETWEENS = Set.of(
            Reason.CLAIMED_PROXY,
            Reason.GMAIL_PREFETCH_DISPUTED,
            Reason.PRIVACY_PROXY,
            Reason.MICROSOFT_NETWORK,
            Reason.SECURITY_NETWORK,
            Reason.BEHIND_SECURITY_SERVICE);

    public Open {
        signs = Set.copyOf(signs);
    }

    /** One that nobody has judged or described, as the service that we took over from left it. */
    public static Open takenOver(
            long id,
            TrackId trackId,
            @Nullable Instant openedAt,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            @Nullable String referer,
            @Nullable String country,
            @Nullable String city,
            @Nullable String proxy,
            @Nullable Boolean real) {
        var description = new Description(new Place(null, country, city), null, Client.UNKNOWN, 1);
        return new Open(
                id, trackId, openedAt, ipAddress, userAgent, referer, NOT_KEPT, description, null, false, proxy, real);
    }

    /** Whether somebody read the mail: as long as nobody judged otherwise, they did. */
    public boolean isRead() {
        return judgement == null
                ? formerlyReal == null || formerlyReal
                : judgement.verdict().isRead();
    }

    /** Whether it is one of the reads of its track. */
    public boolean isCounted() {
        return isRead() && !repeat;
    }

    /** The name of the proxy or scanner that fetched it; null where it is a mail client or not known. */
    public @Nullable String agent() {
        return judgement == null ? formerProxy : judgement.agent();
    }

    /**
     * Whether it came through somebody who fetches for many, or hides whom they fetch for: then its address says nothing
     * of who looked.
     */
    public boolean isThroughGoBetween() {
        return judgement == null ? formerProxy != null : judgement.agent() != null || !isFromReader(judgement);
    }

    /** What the reader reads with, as far as it tells: the client of a proxy or scanner is not the reader's. */
    public Client readersClient() {
        return isThroughGoBetween() ? Client.UNKNOWN : description.client();
    }

    /** Where the reader is, as far as the address tells: the place of a proxy or scanner is not the reader's. */
    public Place readersPlace() {
        return judgement == null || isFromReader(judgement) ? description.place() : Place.UNKNOWN;
    }

    /** The network that the reader uses, as far as the address tells. */
    public @Nullable Network readersNetwork() {
        return isThroughGoBetween() ? null : description.network();
    }

    private static boolean isFromReader(Judgement judgement) {
        return judgement.verdict().isFromReader() && !OF_GO_BETWEENS.contains(judgement.reason());
    }
}

package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.contract.StorageFixture;
import com.tachyonfuture.mailtrack.application.health.port.StorageProbe;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.application.self.OwnAddress;
import com.tachyonfuture.mailtrack.application.track.IdempotencyKey;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.FailedTries;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.CountedViews;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.classify.Viewer;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a database that lives in memory; guarded by its own lock, as a transaction guards the real one. */
public final class InMemoryStorage implements StorageProbe {

    record UsedKey(IdempotencyKey key, TrackId track, Instant usedAt) {}

    record StoredKey(ApiKey key, SecretHash hash) {}

    final Map<TrackId, Track> tracks = new HashMap<>();
    final Set<TrackId> pinned = new HashSet<>();
    final Map<TrackId, Instant> stopped = new HashMap<>();
    final TreeMap<Long, Open> opens = new TreeMap<>();
    CountedViews views = new CountedViews(StorageFixture.REPEAT_WINDOW);
    InMemoryHistory.LastRun lastRun = new InMemoryHistory.LastRun();
    final Map<String, UsedKey> keys = new HashMap<>();
    final Map<String, Long> positions = new HashMap<>();
    final TreeMap<Long, QuarantinedHit> quarantined = new TreeMap<>();
    final Map<SecretHash, Session> sessions = new HashMap<>();
    final Map<String, FailedTries> failures = new HashMap<>();
    final Map<ApiKeyId, StoredKey> apiKeys = new HashMap<>();
    final Map<Cidr, OwnAddress> ownAddresses = new HashMap<>();
    final Map<ApiKeyId, Instant> apiKeyUses = new HashMap<>();
    final Map<ImportId, StagedImport> imports = new HashMap<>();
    final Map<ImportId, byte[]> importedFiles = new HashMap<>();

    @Nullable
    PasswordHash password;

    long lastOpenId;

    long lastQuarantinedId;

    private boolean down;

    /** From now on every call fails as it does while a database is down. */
    public synchronized void goDown() {
        down = true;
    }

    public synchronized void comeBack() {
        down = false;
    }

    @Override
    public synchronized Optional<String> problem() {
        return down ? Optional.of("The database can't be reached.") : Optional.empty();
    }

    /** Records an open that another service judged, as a take-over finds it. */
    public synchronized void takeOver(Open open) {
        opens.put(open.id(), open);
        lastOpenId = Math.max(lastOpenId, open.id());
    }

    void check() {
        if (down) {
            throw new StorageUnavailable("the storage is down", null);
        }
    }

    /** After opens have got other viewers. */
    void recountViews() {
        views = new CountedViews(StorageFixture.REPEAT_WINDOW);
        opens.values().stream().filter(open -> !open.repeat()).forEach(this::addView);
    }

    private void addView(Open open) {
        Judgement judgement = open.judgement();
        if (judgement != null && open.openedAt() != null) {
            IpAddress address = Optional.ofNullable(open.ipAddress())
                    .flatMap(IpAddress::parse)
                    .orElse(null);
            views.add(Viewer.key(open.trackId(), address, open.userAgent(), judgement), open.openedAt());
        }
    }

    TrackSummary summary(Track track) {
        return new TrackSummary(
                track,
                activity(track.id()),
                verdicts(open -> open.trackId().equals(track.id())),
                pinned.contains(track.id()),
                stopped.get(track.id()));
    }

    private Activity activity(TrackId track) {
        Activity activity = Activity.NONE;
        for (Open open : opens.values()) {
            if (open.trackId().equals(track)) {
                activity = activity.and(open.openedAt(), isOwn(open), open.isCounted());
            }
        }
        return activity;
    }

    private static boolean isOwn(Open open) {
        return open.judgement() != null && open.judgement().verdict() == Verdict.SELF;
    }

    VerdictCounts verdicts(Predicate<Open> which) {
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        opens.values().stream()
                .filter(which)
                .flatMap(open -> Stream.ofNullable(open.judgement()))
                .forEach(judgement -> counts.merge(judgement.verdict(), 1L, Long::sum));
        return new VerdictCounts(counts);
    }
}

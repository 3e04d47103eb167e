package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many different tracks an address fetches within seconds, before and after: a gateway that scans a mailing does,
 * a reader does not. Of IPv6 the /64 counts as one address. Each address is looked at by a window that slides over its
 * hits, so that no address costs more than its hits do.
 *
 * <p>What came just before a batch is remembered, of so many addresses and tracks that it stays small whatever comes.
 * What comes just after a batch is not known yet.
 */
final class TracksAtOnce {

    /** In seconds, each way. */
    static final int REACH = 5;

    private static final int ADDRESSES = 1_000;
    private static final int TRACKS_PER_ADDRESS = 32;

    private record Seen(TrackId track, Instant at) {

        boolean isNear(Seen other) {
            return Math.abs(at.getEpochSecond() - other.at.getEpochSecond()) <= REACH;
        }
    }

    private final Map<IpAddress, List<Seen>> lately = new LinkedHashMap<>();

    /** The numbers, by the hits as objects, as far as they are more than 1. */
    Map<Hit, Integer> of(List<Hit> hits) {
        var numbers = new IdentityHashMap<Hit, Integer>();
        byAddress(hits).forEach((address, itsHits) -> {
            List<Seen> seen = new ArrayList<>(lately.getOrDefault(address, List.of()));
            itsHits.forEach(hit -> seen.add(seen(hit)));
            if (differ(seen)) {
                seen.sort(Comparator.comparing(Seen::at));
                count(seen, itsHits, numbers);
            }
            remember(address, seen);
        });
        return numbers;
    }

    private static Map<IpAddress, List<Hit>> byAddress(List<Hit> hits) {
        var found = new LinkedHashMap<IpAddress, List<Hit>>();
        for (Hit hit : hits) {
            if (hit.address() != null) {
                found.computeIfAbsent(hit.address().network(), unseen -> new ArrayList<>(2))
                        .add(hit);
            }
        }
        return found;
    }

    private static Seen seen(Hit hit) {
        return new Seen(hit.trackId(), hit.receivedAt());
    }

    private static boolean differ(List<Seen> seen) {
        TrackId first = seen.get(0).track();
        return seen.stream().anyMatch(one -> !one.track().equals(first));
    }

    private static void count(List<Seen> inOrder, List<Hit> hits, Map<Hit, Integer> numbers) {
        var inReach = new HashMap<TrackId, Integer>();
        var numbersAt = new HashMap<Instant, Integer>();
        int from = 0;
        int to = 0;
        for (Seen one : inOrder) {
            for (; to < inOrder.size() && inOrder.get(to).isNear(one); to++) {
                inReach.merge(inOrder.get(to).track(), 1, Integer::sum);
            }
            for (; !inOrder.get(from).isNear(one); from++) {
                inReach.computeIfPresent(inOrder.get(from).track(), (track, count) -> count == 1 ? null : count - 1);
            }
            numbersAt.put(one.at(), inReach.size());
        }
        hits.forEach(hit -> numbers.put(hit, numbersAt.get(hit.receivedAt())));
    }

    /** The latest ones, each track once, and the address as the one that was seen last. */
    private void remember(IpAddress address, List<Seen> seen) {
        lately.remove(address);
        lately.put(address, latest(seen));
        if (lately.size() > ADDRESSES) {
            lately.remove(lately.keySet().iterator().next());
        }
    }

    private static List<Seen> latest(List<Seen> seen) {
        Seen last = seen.get(seen.size() - 1);
        if (seen.size() == 1) {
            return List.of(last);
        }
        var latest = new ArrayList<Seen>();
        Set<TrackId> tracks = new HashSet<>();
        for (int i = seen.size() - 1; i >= 0 && latest.size() < TRACKS_PER_ADDRESS; i--) {
            if (seen.get(i).isNear(last) && tracks.add(seen.get(i).track())) {
                latest.add(seen.get(i));
            }
        }
        return latest;
    }
}

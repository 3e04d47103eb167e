package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lists of networks of all kinds: each comes with the program, and gives way to a file of its name in a folder of
/// the owner's, such as `data-center.txt`. Apple's own table, `egress-ip-ranges.csv`, is one of Apple's relays.
///
/// Lookups may come from many threads at any time. Reading a large table takes a moment, so it may be left to another
/// thread: lookups that come before that wait for it, though not for long, since what is judged without the owner's
/// lists stays so.
public final class NetworkLists {

    private final Path folder;
    private final Notes notes;
    private final List<NetworkList> lists;
    private final Set<String> fileNames;
    private final CountDownLatch firstReading = new CountDownLatch(1);
    private final long waitUntil;
    private Set<String> strangers = Set.of();

    /// Those in a folder, as they are now.
    ///
    /// @param folder of the owner's lists; need not be there
    public NetworkLists(Path folder, Notes notes) {
        this(folder, notes, Duration.ZERO);
        refresh();
    }

    /// @param longestWait from now on, until the first [#refresh] has come to its end
    private NetworkLists(Path folder, Notes notes, Duration longestWait) {
        this.waitUntil = System.nanoTime() + longestWait.toNanos();
        this.folder = folder;
        this.notes = notes;
        this.lists = Stream.of(NetworkKind.values())
                .map(kind -> new NetworkList(kind, folder, notes))
                .toList();
        this.fileNames = Stream.of(NetworkKind.values())
                .flatMap(kind -> NetworkList.fileNames(kind).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Those that somebody else is about to read, by [#refresh]. Until then the ones that come with the program are
    /// there.
    ///
    /// @param longestWait how long from now lookups wait for that at most
    public static NetworkLists yetToBeRead(Path folder, Notes notes, Duration longestWait) {
        return new NetworkLists(folder, notes, longestWait);
    }

    /// The kinds of lists that name the address, or the network that it is known to belong to.
    Set<NetworkKind> listing(IpAddress address, Optional<Network> network) {
        awaitFirstReading();
        Set<NetworkKind> kinds = EnumSet.noneOf(NetworkKind.class);
        for (NetworkList list : lists) {
            if (list.names(address, network)) {
                kinds.add(list.kind());
            }
        }
        return kinds;
    }

    private void awaitFirstReading() {
        if (firstReading.getCount() == 0) {
            return;
        }
        try {
            boolean ignored = firstReading.await(waitUntil - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks for files that have changed; for one thread.
    public void refresh() {
        try {
            lists.forEach(NetworkList::refresh);
            lookForStrangers();
        } finally {
            firstReading.countDown();
        }
    }

    /// A name with a slip in it would otherwise be a list that nobody ever reads.
    private void lookForStrangers() {
        Set<String> now = unknownFiles();
        if (!now.isEmpty() && !now.equals(strangers)) {
            notes.warnings()
                    .accept("In " + folder + " lie files that are no list: " + now + "; lists are named "
                            + String.join(", ", fileNames) + ".");
        }
        strangers = now;
    }

    private Set<String> unknownFiles() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") || name.endsWith(".csv"))
                    .filter(name -> !fileNames.contains(name))
                    .limit(10)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException _) {
            return Set.of();
        }
    }
}

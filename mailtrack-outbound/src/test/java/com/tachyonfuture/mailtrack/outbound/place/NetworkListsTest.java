package com.tachyonfuture.mailtrack.outbound.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkListsTest {

    private final NotesTaken told = new NotesTaken();

    @TempDir
    private Path folder;

    private NetworkLists lists() {
        return new NetworkLists(folder, told.notes());
    }

    private NetworkLists yetToBeRead(Duration longestWait) {
        return NetworkLists.yetToBeRead(folder, told.notes(), longestWait);
    }

    @Test
    void whoeverAsksBeforeTheListsAreReadWaitsForThem() throws Exception {
        write("security.txt", "192.0.2.0/24");
        NetworkLists lists = yetToBeRead(Duration.ofMinutes(1));

        var asked = CompletableFuture.supplyAsync(() -> listing(lists, "192.0.2.1"));
        lists.refresh();

        assertThat(asked.get(1, TimeUnit.MINUTES)).containsExactly(NetworkKind.SECURITY);
    }

    @Test
    void butNotForEver() throws IOException {
        write("security.txt", "192.0.2.0/24");

        assertThat(listing(yetToBeRead(Duration.ofMillis(1)), "192.0.2.1")).isEmpty();
        assertThat(listing(yetToBeRead(Duration.ofMillis(1)), "67.231.153.1"))
                .as("those of the program are there")
                .containsExactly(NetworkKind.SECURITY);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void look(NetworkLists lists) {
        lists.refresh();
        lists.refresh();
    }

    private static Set<NetworkKind> listing(NetworkLists lists, String address) {
        return lists.listing(IpAddress.parse(address).orElseThrow(), Optional.empty());
    }

    /// Addresses that fetches were seen from, and those of people.
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "66.102.8.168, GOOGLE_PROXY",
        "66.249.90.1, GOOGLE_PROXY",
        "108.177.2.32, GOOGLE_PROXY",
        "69.147.93.12, YAHOO_PROXY",
        "172.224.226.3, APPLE_RELAY",
        "104.28.88.22, APPLE_RELAY",
        "146.75.136.1, APPLE_RELAY",
        "140.248.34.116, APPLE_RELAY",
        "2a02:26f7:c640:4cf0::1, APPLE_RELAY",
        "2606:54c3:0:777::1, APPLE_RELAY",
        "2a09:bac3:1e78::1, APPLE_RELAY",
        "2a04:4e41:275f:1700::1, APPLE_RELAY",
        "40.93.194.23, MICROSOFT_MAIL",
        "104.47.1.1, MICROSOFT_MAIL",
        "67.231.153.1, SECURITY",
        "35.192.1.1, DATA_CENTER",
        "5.9.1.1, DATA_CENTER",
    })
    void theListsThatComeWithTheProgramKnowWhatWasSeen(String address, NetworkKind kind) {
        assertThat(listing(lists(), address)).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "192.168.1.1", "80.110.1.1", "::1", "fe80::1", "2001:db8::1"})
    void nobodyAtHomeIsOnThem(String address) {
        assertThat(listing(lists(), address)).isEmpty();
        assertThat(told.warnings()).isEmpty();
    }

    @Test
    void everyListSaysItsDateAndSource() throws IOException {
        for (NetworkKind kind : NetworkKind.values()) {
            String name = NetworkList.fileNames(kind).getFirst();
            try (var stream = NetworkList.class.getResourceAsStream(name)) {
                assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                        .as(name)
                        .startsWith("# Networks")
                        .contains("As of 2026-");
            }
        }
    }

    @Test
    void aFileOfTheOwnersReplacesTheListOfItsName() throws IOException {
        write("google-proxy.txt", "192.0.2.0/24 # ours\n\n  2001:db8::/32\t\n");

        var lists = lists();

        assertThat(listing(lists, "192.0.2.1")).containsExactly(NetworkKind.GOOGLE_PROXY);
        assertThat(listing(lists, "2001:db8::1")).containsExactly(NetworkKind.GOOGLE_PROXY);
        assertThat(listing(lists, "66.102.8.168")).isEmpty();
    }

    @Test
    void applesTableIsAListOfItsRelays() throws IOException {
        write("egress-ip-ranges.csv", "192.0.2.0/27,GB,GB-EN,London,\n2001:db8:1::/64,AT,AT-9,Vienna,\n");

        var lists = lists();

        assertThat(listing(lists, "192.0.2.31")).containsExactly(NetworkKind.APPLE_RELAY);
        assertThat(listing(lists, "192.0.2.32")).isEmpty();
        assertThat(listing(lists, "2001:db8:1::1")).containsExactly(NetworkKind.APPLE_RELAY);
        assertThat(told.warnings()).isEmpty();
    }

    @Test
    void aNumberNamesAllAddressesOfItsNetwork() throws IOException {
        write("security.txt", "AS64500 # Example\nas64501\n");
        var lists = lists();
        IpAddress address = IpAddress.parse("192.0.2.1").orElseThrow();

        assertThat(lists.listing(address, Optional.of(new Network(64_500, "x"))))
                .containsExactly(NetworkKind.SECURITY);
        assertThat(lists.listing(address, Optional.of(new Network(64_501, "x"))))
                .containsExactly(NetworkKind.SECURITY);
        assertThat(lists.listing(address, Optional.of(new Network(64_502, "x"))))
                .isEmpty();
        assertThat(lists.listing(address, Optional.empty())).isEmpty();
    }

    @Test
    void wrongLinesAreLeftOutAndToldByNumber() throws IOException {
        write("security.txt", """
            \uFEFF192.0.2.0/24
            192.0.2.0/33
            example.com
            # comment
            10.0.0.0/7
            AS
            AS4294967296
            ::/0
            -,x
            198.51.100.1
            198.51.100.2
            198.51.100.3
            198.51.100.4
            198.51.100.5
            198.51.100.6
            198.51.100.7
            203.0.113.0/24,%s
            """.formatted("x".repeat(2_000)));

        var lists = lists();

        assertThat(listing(lists, "192.0.2.1")).containsExactly(NetworkKind.SECURITY);
        assertThat(listing(lists, "198.51.100.6")).containsExactly(NetworkKind.SECURITY);
        assertThat(listing(lists, "203.0.113.1")).isEmpty();
        assertThat(told.warnings())
                .singleElement()
                .asString()
                .contains("security.txt", "in line 2, 3, 5, 6, 7 and 3 more");
    }

    @Test
    void aFileThatIsNoListLeavesTheOneBefore() throws IOException {
        var lists = lists();
        write("google-proxy.txt", "<!doctype html>\n<title>Not found</title>\n");

        look(lists);
        look(lists);

        assertThat(listing(lists, "66.102.8.168")).containsExactly(NetworkKind.GOOGLE_PROXY);
        assertThat(told.warnings())
                .singleElement()
                .asString()
                .contains("google-proxy.txt: it is no list of networks", "The one before stays");
    }

    @Test
    void tooLargeAFileIsRefused() throws IOException {
        write("google-proxy.txt", "#\n".repeat(NetworkListFile.MOST_LINES + 1));
        try (var file = new RandomAccessFile(folder.resolve("security.txt").toFile(), "rw")) {
            file.setLength(NetworkListFile.LONGEST_FILE + 1);
        }

        var lists = lists();

        assertThat(listing(lists, "66.102.8.168")).containsExactly(NetworkKind.GOOGLE_PROXY);
        assertThat(told.warnings())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("google-proxy.txt", "more than 1000000 lines"))
                .anySatisfy(line -> assertThat(line).contains("security.txt", "more than 67108864 bytes"));
    }

    @Test
    void listsComeChangeAndGoWithoutARestart() throws IOException {
        var lists = lists();
        write("data-center.txt", "192.0.2.0/24");
        lists.refresh();
        assertThat(listing(lists, "192.0.2.1")).isEmpty();
        lists.refresh();
        assertThat(listing(lists, "192.0.2.1")).containsExactly(NetworkKind.DATA_CENTER);

        write("data-center.txt", "198.51.100.0/24");
        look(lists);
        assertThat(listing(lists, "192.0.2.1")).isEmpty();
        assertThat(listing(lists, "198.51.100.1")).containsExactly(NetworkKind.DATA_CENTER);

        Files.delete(folder.resolve("data-center.txt"));
        look(lists);
        assertThat(listing(lists, "198.51.100.1")).isEmpty();
        assertThat(listing(lists, "5.9.1.1")).containsExactly(NetworkKind.DATA_CENTER);
    }

    @Test
    void aFileThatIsNoListByItsNameIsTold() throws IOException {
        write("datacenter.txt", "192.0.2.0/24");

        look(lists());

        assertThat(told.warnings()).singleElement().asString().contains("[datacenter.txt]", "data-center.txt");
    }
}

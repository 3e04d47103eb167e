package com.tachyonfuture.mailtrack.outbound.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.application.contract.ClientsContract;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UapClientsTest implements ClientsContract {

    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/140.0.0.0 Safari/537.36";

    private final AtomicLong time = new AtomicLong();
    private final UapClients clients = new UapClients(10, time::get);

    @Override
    public Clients clients() {
        return clients;
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(resources = "user-agents.tsv", delimiter = '\t', quoteCharacter = '\0', nullValues = "-")
    void aRealUserAgentIsNamedAsPeopleKnowIt(
            String source, @Nullable String name, @Nullable String os, @Nullable String device, String userAgent) {
        DeviceClass deviceClass = device == null ? null : DeviceClass.of(device).orElseThrow();

        assertThat(clients.of(userAgent)).as(source).isEqualTo(new Client(name, os, deviceClass));
    }

    @Test
    void anIPadOfOldIsAnIPad() {
        assertThat(clients.of("Mozilla/5.0 (iPad; U; CPU OS 3_2 like Mac OS X; en-us) AppleWebKit/531.21.10 (KHTML,"
                                + " like Gecko) Version/4.0.4 Mobile/7B334b Safari/531.21.10")
                        .device())
                .isEqualTo(DeviceClass.TABLET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Linux; Android 9; BRAVIA 4K UR2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
                        + " Safari/537.36",
                "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/538.1 (KHTML, like Gecko) Version/6.0 TV"
                        + " Safari/538.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/44.0 Safari/537.36 Edge/16.16299",
            })
    void whatIsNoComputerOrPhoneIsSomethingElse(String userAgent) {
        assertThat(clients.of(userAgent).device()).isEqualTo(DeviceClass.OTHER);
    }

    @Test
    void spaceAroundItDoesNotMatter() {
        assertThat(clients.of("  " + CHROME + " ")).isEqualTo(clients.of(CHROME));
    }

    @Test
    void outlookIsFoundBehindAllThatIsInstalled() {
        String much = ".NET CLR 3.5.30729; ".repeat(20);

        assertThat(clients.of("Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; " + much + "Microsoft Outlook 14.0)"))
                .isEqualTo(new Client("Outlook", "Windows", DeviceClass.DESKTOP));
    }

    static Stream<String> hostile() {
        var random = new Random(42);
        return Stream.concat(
                Stream.of(
                                "1",
                                ".",
                                "./",
                                "(",
                                "; ",
                                "-",
                                " ",
                                "[](){};,",
                                "A/1 ",
                                "Android ",
                                "Nokia ",
                                "SAMSUNG-",
                                "iPhone OS 1_",
                                "1.1",
                                "Opera/9 ",
                                "\uD83D\uDE00",
                                "\uD83D",
                                "\u0000",
                                "%",
                                "$1",
                                "\\")
                        .flatMap(part -> Stream.of(part, "Mozilla/5.0 (Linux; Android 4; " + part))
                        .map(part -> part
                                + part.substring(Math.max(0, part.length() - 12))
                                        .repeat(1_000)),
                IntStream.range(0, 200)
                        .mapToObj(_ -> random.ints(random.nextInt(1_000), 0, 0x250)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining())));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whateverSomebodySendsTheNamesAreShortAndPrintable(String userAgent) {
        Client client = new UapClients().of(userAgent);

        assertThat(Stream.of(client.name(), client.os()))
                .allMatch(name ->
                        name == null || (name.length() <= 64 && name.chars().noneMatch(Character::isISOControl)));
    }

    @Test
    void aNameThatTheSenderChoseIsCut() {
        Client client = clients.of("Mozilla/5.0 (compatible; " + "X".repeat(200) + "bot/1.0; +http://a.example/)");

        assertThat(client.name()).isNotNull().hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void whatIsBeyondTheLongestDoesNotCount() {
        String long1 = CHROME + " " + "x".repeat(1_000);

        assertThat(clients.of(long1 + " Thunderbird/128")).isEqualTo(clients.of(long1));
        assertThat(clients.of(long1).name()).isEqualTo("Chrome");
    }

    @Test
    void whenTheLibraryHadItsTimeTheTablesStillAnswer() {
        var slow = new UapClients(10, () -> time.getAndAdd(Duration.ofMinutes(1).toNanos()));
        slow.of("Mozilla/5.0 (X11; Linux x86_64; rv:1.0) Gecko/20100101 Firefox/1.0");
        slow.of("Mozilla/5.0 (X11; Linux x86_64; rv:2.0) Gecko/20100101 Firefox/2.0");

        assertThat(slow.of(CHROME)).isEqualTo(Client.UNKNOWN);
        assertThat(slow.of("The Bat! 4.0.0.22")).isEqualTo(new Client("The Bat!", "Windows", DeviceClass.DESKTOP));
    }

    @Test
    void whatWasFoundBeforeTheLibraryHadItsTimeIsStillKnown() {
        var steps = new AtomicLong();
        var slow = new UapClients(10, () -> time.addAndGet(steps.get()));
        Client chrome = slow.of(CHROME);
        steps.set(Duration.ofMinutes(1).toNanos());
        slow.of("Mozilla/5.0 (X11; Linux x86_64; rv:1.0) Gecko/20100101 Firefox/1.0");
        slow.of("Mozilla/5.0 (X11; Linux x86_64; rv:2.0) Gecko/20100101 Firefox/2.0");

        assertThat(slow.of(CHROME)).isEqualTo(chrome).isNotEqualTo(Client.UNKNOWN);
    }

    @Test
    void whatOneHasUsedUpAnotherStillHas() {
        var history =
                new UapClients(10, () -> time.getAndAdd(Duration.ofMinutes(1).toNanos()));
        var recording = new UapClients(10, time::get);
        history.of("Mozilla/5.0 (X11; Linux x86_64; rv:1.0) Gecko/20100101 Firefox/1.0");
        history.of("Mozilla/5.0 (X11; Linux x86_64; rv:2.0) Gecko/20100101 Firefox/2.0");

        assertThat(history.of(CHROME)).isEqualTo(Client.UNKNOWN);
        assertThat(recording.of(CHROME).name()).isEqualTo("Chrome");
    }

    @Test
    void theLibraryIsAskedAgainWhenTimeHasGoneBy() {
        var steps = new AtomicLong(Duration.ofMinutes(1).toNanos());
        var slow = new UapClients(10, () -> time.addAndGet(steps.get()));
        slow.of("Mozilla/5.0 (X11; Linux x86_64; rv:1.0) Gecko/20100101 Firefox/1.0");
        slow.of("Mozilla/5.0 (X11; Linux x86_64; rv:2.0) Gecko/20100101 Firefox/2.0");
        assertThat(slow.of(CHROME)).isEqualTo(Client.UNKNOWN);

        steps.set(0);
        time.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(slow.of(CHROME).name()).isEqualTo("Chrome");
    }
}

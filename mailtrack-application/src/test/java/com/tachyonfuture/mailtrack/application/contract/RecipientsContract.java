package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.recipient.RecipientPosition;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.recipient.port.Recipients} does. */
public interface RecipientsContract extends StorageFixture {

    /** A track for somebody. */
    static Track to(int number, @Nullable String recipient) {
        return to(number, recipient, NOON.plusSeconds(number));
    }

    static Track to(int number, @Nullable String recipient, Instant createdAt) {
        return new Track(id(number), new TrackDetails(recipient, "Offer", null, null), createdAt);
    }

    private static RecipientKey key(String recipient) {
        return RecipientKey.of(recipient).orElseThrow();
    }

    private static Recipient recipient(
            String name, long sent, long delivered, long read, long reads, @Nullable Instant lastReadAt) {
        return new Recipient(key(name), name, sent, delivered, read, reads, lastReadAt);
    }

    private List<Recipient> all(RecipientSort sort) {
        return recipients().page(sort, "", null, 100);
    }

    @Test
    default void nobodyIsThereUntilThereIsATrackForThem() {
        assertThat(all(RecipientSort.NAME)).isEmpty();
        assertThat(recipients().find(key("ada@example.com"))).isEmpty();

        tracks().add(to(1, "ada@example.com"));

        assertThat(all(RecipientSort.NAME)).containsExactly(recipient("ada@example.com", 1, 0, 0, 0, null));
        assertThat(recipients().find(key("ADA@example.com"))).contains(recipient("ada@example.com", 1, 0, 0, 0, null));
    }

    @Test
    default void tracksForNobodyAreNobodys() {
        tracks().add(to(1, null));
        tracks().add(to(2, ""));
        tracks().add(to(3, "  "));
        openLog().write(batch(0, hit(to(1, null)), hit(to(3, null))), judge(Verdict.HUMAN));

        assertThat(all(RecipientSort.SENT)).isEmpty();
    }

    @Test
    default void spellingsThatDifferInCaseAreOneAndTheNewestIsShown() {
        tracks().add(to(1, "zoë@example.com"));
        tracks().add(to(2, "Zoë@Example.com"));
        tracks().add(to(3, "ZOE@example.com"));
        tracks().add(to(4, "zoë@example.com "));

        assertThat(all(RecipientSort.SENT))
                .containsExactlyInAnyOrder(
                        recipient("Zoë@Example.com", 2, 0, 0, 0, null),
                        recipient("ZOE@example.com", 1, 0, 0, 0, null),
                        recipient("zoë@example.com ", 1, 0, 0, 0, null));
    }

    /** Who is one in the list of recipients is one wherever their tracks are looked for. */
    @Test
    default void whoIsTheSameRecipientIsTheSameEverywhere() {
        List<List<String>> same = List.of(
                List.of("ΜΆΡΙΟΣ", "μάριος", "μάριοσ"),
                List.of("ΜΑΡΙΟΣ"),
                List.of("ΜΆΡΙΟΣ.Α@x", "μάριος.α@x"),
                List.of("IRMAK", "irmak"),
                List.of("ırmak"),
                List.of("İrmak", "i̇rmak"),
                List.of("STRASSE", "strasse"),
                List.of("Straße", "STRAßE"),
                List.of("STRAẞE"),
                List.of("Ꭰda", "ᎠDA"),
                List.of("ꭰda"),
                List.of("Ანა"),
                List.of("ანა"),
                List.of("𐐀da", "𐐀DA"),
                List.of("𐐨da"),
                List.of("Zoë", "ZOË"),
                List.of("Zoe\u0308", "zoe\u0308"),
                List.of("Zoe", "ZOE"),
                List.of("Zoe ", "zoe "),
                List.of("Zoe\t"),
                List.of("ﬁne"),
                List.of("fine"));
        int number = 0;
        for (List<String> spellings : same) {
            for (String spelling : spellings) {
                number++;
                tracks().add(to(number, spelling));
                openLog()
                        .write(
                                batch(number, hit(to(number, null), NOON.plus(Duration.ofHours(number)))),
                                judge(Verdict.HUMAN));
            }
        }

        assertThat(all(RecipientSort.NAME)).hasSize(same.size());
        for (List<String> spellings : same) {
            long count = spellings.size();
            for (String spelling : spellings) {
                assertThat(tracks().page(TrackFilter.ALL.withRecipient(spelling), TrackSort.CREATED, null, 100))
                        .extracting(track -> track.track().details().recipient())
                        .containsExactlyInAnyOrderElementsOf(spellings);
                Recipient recipient = recipients().find(key(spelling)).orElseThrow();
                assertThat(recipient.name()).isEqualTo(spellings.get(spellings.size() - 1));
                assertThat(recipient.sent()).isEqualTo(count);
                assertThat(recipients().timesToFirstRead(recipient, 100)).hasSize(spellings.size());
            }
        }
    }

    @Test
    default void whatIsLeftOfARecipientIsCountedWithoutThoseThatTheStorageTakesForEqual() {
        List<String> spellings = List.of("ΜΆΡΙΟΣ", "μάριος", "ΜΑΡΙΟΣ", "Μάριος ", "μάριος");
        for (int i = 1; i <= spellings.size(); i++) {
            tracks().add(to(i, spellings.get(i - 1)));
            openLog().write(batch(i, hit(to(i, null), NOON.plus(Duration.ofHours(i)))), judge(Verdict.HUMAN));
        }

        tracks().delete(id(5));

        assertThat(recipients().find(key("Μάριος")).orElseThrow())
                .isEqualTo(recipient("μάριος", 2, 2, 2, 2, NOON.plus(Duration.ofHours(2))));
    }

    @Test
    default void whatBecomesOfTheTracksIsCounted() {
        tracks().add(to(1, "ada@example.com"));
        tracks().add(to(2, "Ada@example.com"));
        tracks().add(to(3, "ada@example.com"));
        tracks().add(to(4, "ada@example.com"));
        tracks().add(to(5, "bob@example.com"));

        openLog().write(batch(0, hit(to(1, null)), hit(to(5, null))), judge(Verdict.PREFETCH));
        openLog()
                .write(
                        batch(2, hit(to(2, null)), hit(to(2, null), NOON.plus(Duration.ofHours(2)))),
                        judge(Verdict.HUMAN));
        openLog().write(batch(4, hit(to(3, null), NOON.plus(Duration.ofHours(1)))), judge(Verdict.IMAGE_PROXY));
        openLog().write(batch(5, hit(to(4, null), NOON.plus(Duration.ofHours(9)))), judge(Verdict.SELF));

        assertThat(all(RecipientSort.NAME))
                .containsExactly(
                        recipient("ada@example.com", 4, 3, 2, 3, NOON.plus(Duration.ofHours(2))),
                        recipient("bob@example.com", 1, 1, 0, 0, null));
    }

    @Test
    default void whatAnEarlierHitThatComesLateAddsIsNotTheLastRead() {
        tracks().add(to(1, "ada@example.com"));
        tracks().add(to(2, "ada@example.com"));
        openLog().write(batch(0, hit(to(1, null), NOON.plus(Duration.ofHours(2)))), judge(Verdict.HUMAN));

        openLog().write(batch(1, hit(to(2, null), NOON.plus(Duration.ofHours(1)))), judge(Verdict.HUMAN));

        assertThat(recipients().find(key("ada@example.com")))
                .contains(recipient("ada@example.com", 2, 2, 2, 2, NOON.plus(Duration.ofHours(2))));
    }

    @Test
    default void aTrackTakesWhatCameOfItAlongAndTheLastOneTakesTheRecipient() {
        tracks().add(to(1, "ada@example.com"));
        tracks().add(to(2, "ADA@example.com"));
        openLog().write(batch(0, hit(to(1, null), NOON.plus(Duration.ofHours(1)))), judge(Verdict.HUMAN));
        openLog().write(batch(1, hit(to(2, null), NOON.plus(Duration.ofHours(2)))), judge(Verdict.HUMAN));

        tracks().delete(id(2));

        assertThat(recipients().find(key("ada@example.com")))
                .contains(recipient("ada@example.com", 1, 1, 1, 1, NOON.plus(Duration.ofHours(1))));

        tracks().delete(id(1));

        assertThat(recipients().find(key("ada@example.com"))).isEmpty();
        assertThat(all(RecipientSort.LAST_READ)).isEmpty();
    }

    @Test
    default void judgedAgainTheyAreCountedAgain() {
        tracks().add(to(1, "ada@example.com"));
        tracks().add(to(2, "ada@example.com"));
        openLog().write(batch(0, hit(to(1, null), NOON.plus(Duration.ofHours(1)))), judge(Verdict.HUMAN));
        openLog().write(batch(1, hit(to(2, null), NOON.plus(Duration.ofHours(2)))), judge(Verdict.HUMAN));

        history().through(id(2)).next(Samples.reviewer(Verdict.SCANNER, 9));

        assertThat(recipients().find(key("ada@example.com")))
                .contains(recipient("ada@example.com", 2, 2, 1, 1, NOON.plus(Duration.ofHours(1))));

        history().through(id(1)).next(Samples.reviewer(Verdict.SELF, 9));

        assertThat(recipients().find(key("ada@example.com"))).contains(recipient("ada@example.com", 2, 1, 0, 0, null));
    }

    @Test
    default void whoReadLastComesFirstAndWhoNeverDidLast() {
        someRecipients();

        assertThat(all(RecipientSort.LAST_READ))
                .extracting(Recipient::name)
                .startsWith("dora@example.com", "Émile@example.com", "ada@example.com")
                .endsWith(
                        key("bob@example.com").compareTo(key("carl@example.com")) > 0
                                ? new String[] {"bob@example.com", "carl@example.com"}
                                : new String[] {"carl@example.com", "bob@example.com"});
    }

    @Test
    default void whoGotMostOrCaresMostComesFirst() {
        someRecipients();

        assertThat(all(RecipientSort.SENT)).extracting(Recipient::sent).containsExactly(3L, 2L, 1L, 1L, 1L);
        assertThat(all(RecipientSort.SCORE))
                .extracting(recipient -> recipient.engagement().score())
                .isSortedAccordingTo(Collections.reverseOrder())
                .startsWith(47)
                .endsWith(0);
    }

    @Test
    default void namesAreSortedWithoutCaseAndAccents() {
        someRecipients();
        tracks().add(to(20, "😀 smile"));
        tracks().add(to(21, "ｚ wide"));
        tracks().add(to(22, "adam"));

        assertThat(all(RecipientSort.NAME))
                .extracting(Recipient::name)
                .containsExactly(
                        "ada@example.com",
                        "adam",
                        "bob@example.com",
                        "carl@example.com",
                        "dora@example.com",
                        "Émile@example.com",
                        "ｚ wide",
                        "😀 smile");
    }

    @Test
    default void aPrefixFindsNamesThatBeginLikeThat() {
        someRecipients();
        tracks().add(to(20, "a%a@example.com"));
        tracks().add(to(21, "ÄDA@example.com"));

        assertThat(found("a")).containsExactly("a%a@example.com", "ada@example.com", "ÄDA@example.com");
        assertThat(found("a%")).containsExactly("a%a@example.com");
        assertThat(found("emile@example.com")).containsExactly("Émile@example.com");
        assertThat(found("mile")).isEmpty();
        assertThat(found("_")).isEmpty();
    }

    private List<String> found(String prefix) {
        return recipients().page(RecipientSort.NAME, prefix, null, 100).stream()
                .map(Recipient::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    @Test
    default void pageAfterPageEveryoneComesOnce() {
        someRecipients();
        for (RecipientSort sort : RecipientSort.values()) {
            var names = new ArrayList<Recipient>();
            RecipientPosition after = null;
            for (int page = 0; page < 5; page++) {
                List<Recipient> one = recipients().page(sort, "", after, 1);
                names.addAll(one);
                after = RecipientPosition.of(one.get(0), sort);
            }

            assertThat(names).isEqualTo(all(sort)).doesNotHaveDuplicates();
            assertThat(recipients().page(sort, "", after, 1)).isEmpty();
        }
    }

    @Test
    default void pagesOfAPrefixGoOnToo() {
        someRecipients();
        tracks().add(to(20, "adam"));
        Recipient ada = recipients().page(RecipientSort.NAME, "ad", null, 1).get(0);

        assertThat(recipients().page(RecipientSort.NAME, "ad", RecipientPosition.of(ada, RecipientSort.NAME), 9))
                .extracting(Recipient::name)
                .containsExactly("adam");
    }

    /** Ada, Bob, Carl, Dora and Émile. */
    private void someRecipients() {
        tracks().add(to(1, "ada@example.com"));
        tracks().add(to(2, "ada@example.com"));
        tracks().add(to(3, "ada@example.com"));
        tracks().add(to(4, "bob@example.com"));
        tracks().add(to(5, "carl@example.com"));
        tracks().add(to(6, "dora@example.com"));
        tracks().add(to(7, "Émile@example.com"));
        tracks().add(to(8, "Émile@example.com"));
        openLog()
                .write(
                        batch(0, hit(to(1, null), NOON.plusSeconds(60)), hit(to(7, null), NOON.plusSeconds(120))),
                        judge(Verdict.HUMAN));
        openLog()
                .write(
                        batch(2, hit(to(8, null), NOON.plusSeconds(90)), hit(to(6, null), NOON.plusSeconds(180))),
                        judge(Verdict.HUMAN));
        openLog().write(batch(4, hit(to(7, null), NOON.minus(Duration.ofDays(1)))), judge(Verdict.HUMAN));
        openLog().write(batch(5, hit(to(7, null), NOON.minus(Duration.ofDays(2)))), judge(Verdict.HUMAN));
    }

    @Test
    default void theTimesToTheFirstReadAreThoseOfTheNewestTracks() {
        for (int i = 1; i <= 4; i++) {
            tracks().add(to(i, i == 2 ? "ADA@example.com" : "ada@example.com"));
        }
        tracks().add(to(5, "äda@example.com"));
        tracks().add(to(6, "ada@example.com"));
        for (int i = 1; i <= 5; i++) {
            Instant at = NOON.plusSeconds(i).plus(Duration.ofMinutes(i));
            openLog().write(batch(2L * i, hit(to(i, null), at)), judge(i == 3 ? Verdict.BOT : Verdict.HUMAN));
        }
        Recipient ada = recipients().find(key("ada@example.com")).orElseThrow();

        assertThat(recipients().timesToFirstRead(ada, 100))
                .containsExactlyInAnyOrder(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(recipients().timesToFirstRead(ada, 2)).containsExactly(Duration.ofMinutes(4));
    }
}

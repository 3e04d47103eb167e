package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.key;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.application.track.port.Tracks.Addition;
import com.tachyonfuture.mailtrack.application.track.port.Tracks.AllOnce;
import com.tachyonfuture.mailtrack.application.track.port.Tracks.Once;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link com.tachyonfuture.mailtrack.application.track.port.Tracks} does. */
public interface TracksContract extends StorageFixture {

    Instant LONG_AGO = NOON.minusSeconds(1_000_000);

    @Test
    default void anAddedTrackIsFoundWithEveryCharacterOfItsTexts() {
        var details = new TrackDetails(
                "Zoë <zoe@example.com> ", "🎉 Angebot\t\"für\" \\ 100 % 'Zoë'\u0000", " \n𝒩otes\r\n ", "group-1");
        Track track = track(1, details);

        tracks().add(track);

        assertThat(tracks().find(track.id())).contains(TrackSummary.untouched(track));
    }

    @Test
    default void aTrackWithoutAnyDetailsIsKept() {
        Track track = track(1, new TrackDetails(null, null, null, null));

        tracks().add(track);

        assertThat(tracks().find(track.id())).contains(TrackSummary.untouched(track));
    }

    @Test
    default void emptyTextsStayEmptyAndDoNotBecomeMissing() {
        Track track = track(1, new TrackDetails("", "", "", ""));

        tracks().add(track);

        assertThat(tracks().find(track.id())).contains(TrackSummary.untouched(track));
    }

    @Test
    default void theLongestTextsFit() {
        Track track = track(
                1,
                new TrackDetails(
                        "😀".repeat(TrackDetails.LONGEST_RECIPIENT),
                        "😀".repeat(TrackDetails.LONGEST_SUBJECT),
                        "\uFDFA".repeat(TrackDetails.LONGEST_NOTES_BYTES / 3),
                        "😀".repeat(TrackDetails.LONGEST_GROUP)));

        tracks().add(track);

        assertThat(tracks().find(track.id())).contains(TrackSummary.untouched(track));
    }

    @Test
    default void anIdIsFoundInAnyCase() {
        Track track = new Track(new TrackId("abcdef"), track(1).details(), NOON);

        tracks().add(track);

        assertThat(tracks().find(new TrackId("ABCDEF"))).contains(TrackSummary.untouched(track));
        assertThat(tracks().find(new TrackId("abcdef-"))).isEmpty();
    }

    @Test
    default void anUnknownIdIsNotFound() {
        assertThat(tracks().find(id(1))).isEmpty();
    }

    @Test
    default void tracksComeNewestFirstPageAfterPageWithoutGapsOrRepeats() {
        List<Track> sameInstant = List.of(track(1, NOON), track(2, NOON), track(3, NOON));
        Track newer = track(4, NOON.plusNanos(1_000));
        Track older = track(5, NOON.minusNanos(1_000));
        sameInstant.forEach(tracks()::add);
        tracks().add(newer);
        tracks().add(older);

        assertThat(idsOf(readAll(TrackFilter.ALL, 2))).containsExactly(id(4), id(3), id(2), id(1), id(5));
        assertThat(idsOf(readAll(TrackFilter.ALL, 100))).containsExactly(id(4), id(3), id(2), id(1), id(5));
    }

    @Test
    default void aPeriodIncludesItsStartAndExcludesItsEnd() {
        tracks().add(track(1, NOON));
        tracks().add(track(2, NOON.plusSeconds(1)));
        tracks().add(track(3, NOON.plusSeconds(2)));

        var period = TrackFilter.ALL.withCreation(NOON, NOON.plusSeconds(2));

        assertThat(idsOf(readAll(period, 1))).containsExactly(id(2), id(1));
    }

    @ParameterizedTest(name = "\"{0}\" finds {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zoe|1",
                "ZOË|1",
                "zo exam|1",
                "exam|12",
                "zoe@example.com|1",
                "ample|''",
                "strasse|''",
                "straße|2",
                "STRA|2",
                "🎉|1",
                "2026-118|2",
                "100%|1",
                "_|''",
                "geheim|2",
                "группа|1",
            })
    default void everyWordOfASearchIsAPrefixOfAWordInRecipientSubjectOrNotes(String query, String expected) {
        tracks().add(track(
                1, new TrackDetails("Zoe@example.com", "🎉Angebot für Zoë, 100%", "Группа", "nothing here")));
        tracks().add(track(2, new TrackDetails("bob@EXAMPLE.org", "Rechnung 2026-118", "Straße (geheim)", null)));

        List<String> found = search(SearchWords.of(query)).stream()
                .map(id -> id.value().substring(35))
                .sorted()
                .toList();

        assertThat(found)
                .isEqualTo(
                        query.equals("_")
                                ? List.of("1", "2")
                                : List.of(expected.split("")).stream()
                                        .filter(digit -> !digit.isEmpty())
                                        .toList());
    }

    @Test
    default void someTracksAreFoundByTheirIds() {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        var spelled = new TrackId(id(1).value().toUpperCase(Locale.ROOT));

        assertThat(tracks().withIds(List.of(spelled, id(9), id(3))))
                .extracting(summary -> summary.track().id())
                .containsExactly(id(3), id(1));
        assertThat(tracks().withIds(List.of())).isEmpty();
    }

    @Test
    default void aRecipientIsMatchedWholeInAnyCase() {
        tracks().add(track(1, new TrackDetails("zoe@example.com", null, null, null)));
        tracks().add(track(2, new TrackDetails("ZOE@Example.com", null, null, null)));
        tracks().add(track(3, new TrackDetails("zoë@example.com", null, null, null)));
        tracks().add(track(4, new TrackDetails("zoe@example.com ", null, null, null)));
        tracks().add(track(5, new TrackDetails(null, null, null, null)));

        var filter = TrackFilter.ALL.withRecipient("Zoe@example.COM");

        assertThat(idsOf(readAll(filter, 10))).containsExactly(id(2), id(1));
    }

    @Test
    default void readAndUnreadTracksAreToldApart() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1))), UNJUDGED);

        assertThat(idsOf(readAll(TrackFilter.ALL.withRead(true), 10))).containsExactly(id(1));
        assertThat(idsOf(readAll(TrackFilter.ALL.withRead(false), 10))).containsExactly(id(2));
    }

    @Test
    default void tracksAreFoundByTheirState() {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        openLog().write(batch(0, hit(track(1)), hit(track(1)), hit(track(3))), UNJUDGED);

        assertThat(inState(TrackState.WAITING)).containsExactly(id(2));
        assertThat(inState(TrackState.DELIVERED)).isEmpty();
        assertThat(inState(TrackState.READ)).containsExactly(id(3), id(1));
    }

    @Test
    default void whatOnlyItsOwnerFetchedIsStillWaiting() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(1)), hit(track(2))), Samples.judge(Verdict.SELF));
        openLog().write(batch(3, hit(track(2))), Samples.judge(Verdict.SCANNER));

        assertThat(inState(TrackState.WAITING)).containsExactly(id(1));
        assertThat(inState(TrackState.DELIVERED)).containsExactly(id(2));
        assertThat(tracks().find(id(1)).orElseThrow().state()).isEqualTo(TrackState.WAITING);
        assertThat(tracks().find(id(2)).orElseThrow().state()).isEqualTo(TrackState.DELIVERED);
    }

    @Test
    default void tracksAreFoundByTheVerdictsOfTheirOpens() {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        openLog().write(batch(0, hit(track(1)), hit(track(2))), Samples.judge(Verdict.SCANNER));
        openLog().write(batch(2, hit(track(1)), hit(track(3))), Samples.judge(Verdict.SELF));
        openLog().write(batch(4, hit(track(3))), UNJUDGED);

        assertThat(withVerdict(Verdict.SCANNER)).containsExactly(id(2), id(1));
        assertThat(withVerdict(Verdict.SELF)).containsExactly(id(3), id(1));
        assertThat(withVerdict(Verdict.HUMAN)).isEmpty();
    }

    @Test
    default void tracksAreFoundByTheirGroup() {
        tracks().add(track(1, new TrackDetails("a", null, null, "Group")));
        tracks().add(track(2, new TrackDetails("b", null, null, "group")));
        tracks().add(track(3, new TrackDetails("c", null, null, "Group")));
        tracks().add(track(4, new TrackDetails("d", null, null, "Group ")));
        tracks().add(track(5, new TrackDetails("e", null, null, null)));

        assertThat(idsOf(readAll(TrackFilter.ALL.withMessageGroupId("Group"), 1)))
                .containsExactly(id(3), id(1));
    }

    @Test
    default void pinnedAndStoppedTracksAreFoundAndTheOthersToo() {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        tracks().pin(id(1), true);
        tracks().pin(id(3), true);
        tracks().stop(id(2), NOON);

        assertThat(idsOf(readAll(TrackFilter.ALL.withPinned(true), 1))).containsExactly(id(3), id(1));
        assertThat(idsOf(readAll(TrackFilter.ALL.withPinned(false), 1))).containsExactly(id(2));
        assertThat(idsOf(readAll(TrackFilter.ALL.withStopped(true), 1))).containsExactly(id(2));
        assertThat(idsOf(readAll(TrackFilter.ALL.withStopped(false), 1))).containsExactly(id(3), id(1));
    }

    @Test
    default void hotAndQuietTracksAreThoseThatAreJustThen() {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        openLog()
                .write(
                        batch(
                                0,
                                hit(track(1), NOON),
                                hit(track(1), NOON.plusSeconds(3_600)),
                                hit(track(1), NOON.plusSeconds(7_200)),
                                hit(track(2), NOON)),
                        Samples.judge(Verdict.HUMAN));
        Instant dayAfter = NOON.plus(Activity.HOT_FOR);
        Instant later = NOON.plus(Activity.QUIET_AFTER);

        assertThat(idsOf(readAll(TrackFilter.ALL.withHotAt(dayAfter.minusNanos(1_000)), 1)))
                .containsExactly(id(1));
        assertThat(readAll(TrackFilter.ALL.withHotAt(dayAfter), 1)).isEmpty();
        assertThat(idsOf(readAll(TrackFilter.ALL.withQuietAt(later), 1))).containsExactly(id(2));
        assertThat(readAll(TrackFilter.ALL.withQuietAt(later.minusNanos(1_000)), 1))
                .isEmpty();
    }

    @Test
    default void notesAreReplacedAndTheTrackIsFoundByTheNewOnes() {
        tracks().add(track(1, new TrackDetails("ada@example.com", "Offer", "first draft", "group")));
        tracks().add(track(2));

        assertThat(tracks().editNotes(id(1), "Zweiter Versuch 🎉")).isTrue();

        assertThat(tracks().find(id(1)).orElseThrow().track().details())
                .isEqualTo(new TrackDetails("ada@example.com", "Offer", "Zweiter Versuch 🎉", "group"));
        assertThat(search(List.of("zweit", "ada"))).containsExactly(id(1));
        assertThat(search(List.of("draft"))).isEmpty();
        assertThat(tracks().editNotes(id(1), null)).isTrue();
        assertThat(tracks().find(id(1)).orElseThrow().track().details().notes()).isNull();
        assertThat(search(List.of("offer"))).containsExactly(id(2), id(1));
        assertThat(tracks().editNotes(id(3), "none")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TrackSort.class)
    default void everyOrderIsPagedWithoutGapsOrRepeats(TrackSort sort) {
        addTracksOfEveryKind();

        List<TrackId> all = idsOf(tracks().page(TrackFilter.ALL, sort, null, 100));

        assertThat(all).hasSize(8).doesNotHaveDuplicates();
        for (int size = 1; size <= 3; size++) {
            assertThat(idsOf(readAll(TrackFilter.ALL, sort, size))).isEqualTo(all);
        }
    }

    @Test
    default void theLatestActivityIsTheLastOpenOrElseTheCreation() {
        addTracksOfEveryKind();

        assertThat(idsOf(readAll(TrackFilter.ALL, TrackSort.ACTIVE, 2)))
                .containsExactly(id(2), id(7), id(3), id(6), id(5), id(4), id(1), id(8));
    }

    @Test
    default void tracksComeByHowOftenTheyWereReadAndEqualOnesNewestFirst() {
        addTracksOfEveryKind();

        assertThat(idsOf(readAll(TrackFilter.ALL, TrackSort.READS, 2)))
                .containsExactly(id(3), id(7), id(2), id(6), id(5), id(4), id(1), id(8));
    }

    @Test
    default void tracksComeByRecipientThoseWithoutOneFirst() {
        addTracksOfEveryKind();

        assertThat(idsOf(readAll(TrackFilter.ALL, TrackSort.RECIPIENT, 2)))
                .containsExactly(id(8), id(4), id(1), id(3), id(5), id(2), id(6), id(7));
    }

    @ParameterizedTest
    @EnumSource(TrackSort.class)
    default void aFilterLeavesTheOrderAsItIs(TrackSort sort) {
        addTracksOfEveryKind();

        List<TrackId> named = idsOf(readAll(TrackFilter.ALL, sort, 100));
        named.removeIf(id -> id.equals(id(8)) || id.equals(id(4)));

        assertThat(idsOf(readAll(TrackFilter.ALL.withWords(List.of("exam")), sort, 2)))
                .isEqualTo(named);
    }

    /** Eight tracks of 1 to 7 and an undated one: equal times, equal recipients, none, and different reads. */
    private void addTracksOfEveryKind() {
        tracks().add(track(1, new TrackDetails("Ada@example.com", null, null, null)));
        tracks().add(track(2, new TrackDetails("bob@example.com", null, null, null)));
        tracks().add(track(3, new TrackDetails("ada@example.com", null, null, null)));
        tracks().add(track(4, new TrackDetails(null, null, null, null)));
        tracks().add(track(5, new TrackDetails("ada@example.com", null, null, null)));
        tracks().add(new Track(id(6), new TrackDetails("bob@example.com", null, null, null), NOON.plusSeconds(5)));
        tracks().add(track(7, new TrackDetails("Carl@example.com", null, null, null)));
        tracks().add(new Track(id(8), new TrackDetails(null, null, null, null), null));
        Track often = track(3);
        openLog()
                .write(
                        batch(
                                0,
                                hit(often, NOON),
                                hit(often, NOON.plusSeconds(7_000)),
                                hit(track(7), NOON.plusSeconds(7_000)),
                                hit(track(2), NOON.plusSeconds(9_000))),
                        Samples.judge(Verdict.HUMAN));
    }

    private List<TrackId> withVerdict(Verdict verdict) {
        return idsOf(readAll(TrackFilter.ALL.withVerdict(verdict), 1));
    }

    private List<TrackId> inState(TrackState state) {
        return idsOf(readAll(TrackFilter.ALL.withState(state), 1));
    }

    @Test
    default void tracksArePinnedAndLetGo() {
        tracks().add(track(1));
        tracks().add(track(2));

        assertThat(tracks().pin(id(1), true)).isTrue();
        assertThat(tracks().pin(id(1), true)).isTrue();
        assertThat(tracks().pin(id(3), true)).isFalse();

        assertThat(tracks().find(id(1)).orElseThrow().pinned()).isTrue();
        assertThat(tracks().find(id(2)).orElseThrow().pinned()).isFalse();
        assertThat(totals().current().states().pinned()).isEqualTo(1);

        assertThat(tracks().pin(id(1), false)).isTrue();
        assertThat(tracks().pin(id(2), false)).isTrue();
        assertThat(totals().current().states().pinned()).isZero();
    }

    @Test
    default void aTrackStaysStoppedSinceItWasStoppedFirst() {
        tracks().add(track(1));

        assertThat(tracks().stop(id(1), NOON)).isTrue();
        assertThat(tracks().stop(id(1), NOON.plusSeconds(60))).isTrue();
        assertThat(tracks().stop(id(2), NOON)).isFalse();
        assertThat(tracks().find(id(1)).orElseThrow().stoppedAt()).isEqualTo(NOON);
        assertThat(totals().current().states().stopped()).isEqualTo(1);

        assertThat(tracks().resume(id(1))).isTrue();
        assertThat(tracks().resume(id(1))).isTrue();
        assertThat(tracks().resume(id(2))).isFalse();
        assertThat(tracks().find(id(1)).orElseThrow().isStopped()).isFalse();
        assertThat(totals().current().states().stopped()).isZero();
    }

    @Test
    default void pinsAndStopsGoWithTheirTrack() {
        tracks().add(track(1));
        tracks().pin(id(1), true);
        tracks().stop(id(1), NOON);

        tracks().delete(id(1));

        assertThat(totals().current()).isEqualTo(Samples.counts(0, 0, 0, 0));
    }

    @Test
    default void aDeletedTrackIsGoneWithItsOpensAndLeavesOthersAlone() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2)), hit(track(1))), UNJUDGED);

        assertThat(tracks().delete(id(1))).isTrue();

        assertThat(tracks().find(id(1))).isEmpty();
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(opens().of(id(2), Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(tracks().delete(id(1))).isFalse();
    }

    @Test
    default void theSameRequestUnderTheSameKeyCreatesOneTrack() {
        Once first = tracks().addOnce(track(1), key('a', 'b'), LONG_AGO);
        openLog().write(batch(0, hit(track(1))), UNJUDGED);
        Once second = tracks().addOnce(track(2), key('a', 'b'), LONG_AGO);

        assertThat(first.addition()).isEqualTo(Addition.ADDED);
        assertThat(second.addition()).isEqualTo(Addition.REPEATED);
        assertThat(second.earlier()).isEqualTo(new TrackSummary(track(1), Samples.reads(NOON)));
        assertThat(tracks().find(id(2))).isEmpty();
    }

    @Test
    default void anotherRequestUnderTheSameKeyIsRefused() {
        tracks().addOnce(track(1), key('a', 'b'), LONG_AGO);

        assertThat(tracks().addOnce(track(2), key('a', 'c'), LONG_AGO).addition())
                .isEqualTo(Addition.KEY_REUSED);
        assertThat(tracks().find(id(2))).isEmpty();
    }

    @Test
    default void aKeyStaysTakenWhenItsTrackIsDeleted() {
        tracks().addOnce(track(1), key('a', 'b'), LONG_AGO);
        tracks().delete(id(1));

        assertThat(tracks().addOnce(track(2), key('a', 'b'), LONG_AGO).addition())
                .isEqualTo(Addition.DELETED_SINCE);
        assertThat(tracks().find(id(2))).isEmpty();
    }

    @Test
    default void aForgottenKeyMayBeUsedAgain() {
        tracks().addOnce(track(1), key('a', 'b'), LONG_AGO);
        Track later = track(2, NOON.plusSeconds(90_000));

        Once again = tracks().addOnce(later, key('a', 'c'), NOON.plusSeconds(3_600));

        assertThat(again.addition()).isEqualTo(Addition.ADDED);
        assertThat(tracks().addOnce(track(3), key('a', 'c'), NOON.plusSeconds(3_600))
                        .earlier())
                .isEqualTo(TrackSummary.untouched(later));
    }

    @Test
    default void manyAtOnceUnderTheSameKeyCreateOneTrack() throws Exception {
        int requests = 8;
        List<Callable<Once>> calls = new ArrayList<>();
        for (int i = 1; i <= requests; i++) {
            Track track = track(i);
            calls.add(() -> tracks().addOnce(track, key('a', 'b'), LONG_AGO));
        }

        List<Addition> additions = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(requests);
        try {
            for (Future<Once> call : threads.invokeAll(calls)) {
                additions.add(call.get().addition());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(additions).containsOnlyOnce(Addition.ADDED).hasSize(requests);
        assertThat(additions).filteredOn(Addition.REPEATED::equals).hasSize(requests - 1);
        assertThat(readAll(TrackFilter.ALL, 100)).hasSize(1);
    }

    @Test
    default void severalTracksAreAddedAtOnce() {
        tracks().addAll(List.of(track(1), track(2, new TrackDetails(null, "Zoë '\"\\🎉", "\u0000", "g")), track(3)));

        assertThat(idsOf(readAll(TrackFilter.ALL, 10))).containsExactly(id(3), id(2), id(1));
        assertThat(search(SearchWords.of("zoe"))).containsExactly(id(2));
        assertThat(tracks().find(id(2)).orElseThrow().track().details().notes()).isEqualTo("\u0000");
        assertThat(totals().current().tracks()).isEqualTo(3);
    }

    @Test
    default void whereOneOfSeveralCanNotBeAddedNoneIs() {
        tracks().add(track(2));

        assertThatThrownBy(() -> tracks().addAll(List.of(track(1), track(2))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tracks().find(id(1))).isEmpty();
        assertThat(totals().current().tracks()).isEqualTo(1);
    }

    @Test
    default void severalTracksUnderTheSameKeyAreCreatedOnce() {
        List<Track> first = List.of(track(3), track(2), track(1));
        List<Track> second = List.of(track(6), track(5), track(4));

        assertThat(tracks().addAllOnce(first, key('a', 'b'), LONG_AGO).addition())
                .isEqualTo(Addition.ADDED);
        AllOnce again = tracks().addAllOnce(second, key('a', 'b'), LONG_AGO);

        assertThat(again.addition()).isEqualTo(Addition.REPEATED);
        assertThat(again.earlier())
                .containsExactly(
                        TrackSummary.untouched(track(3)),
                        TrackSummary.untouched(track(2)),
                        TrackSummary.untouched(track(1)));
        assertThat(readAll(TrackFilter.ALL, 10)).hasSize(3);
        assertThat(tracks().addAllOnce(second, key('a', 'c'), LONG_AGO).addition())
                .isEqualTo(Addition.KEY_REUSED);
        assertThat(tracks().addOnce(track(7), key('a', 'c'), LONG_AGO).addition())
                .isEqualTo(Addition.KEY_REUSED);
    }

    @Test
    default void ofSeveralTracksTheOnesThatAreLeftComeBack() {
        tracks().addAllOnce(List.of(track(2), track(1)), key('a', 'b'), LONG_AGO);
        List<Track> again = List.of(track(4), track(3));
        tracks().delete(id(2));

        assertThat(tracks().addAllOnce(again, key('a', 'b'), LONG_AGO).earlier())
                .containsExactly(TrackSummary.untouched(track(1)));
        tracks().delete(id(1));
        assertThat(tracks().addAllOnce(again, key('a', 'b'), LONG_AGO).addition())
                .isEqualTo(Addition.DELETED_SINCE);
    }

    @Test
    default void severalTracksUnderAForgottenKeyAreCreatedAnew() {
        tracks().addAllOnce(List.of(track(2), track(1)), key('a', 'b'), LONG_AGO);
        List<Track> later = List.of(track(5, NOON.plusSeconds(90_000)), track(4, NOON.plusSeconds(90_000)));

        assertThat(tracks().addAllOnce(later, key('a', 'b'), NOON.plusSeconds(3_600))
                        .addition())
                .isEqualTo(Addition.ADDED);
        assertThat(tracks().addAllOnce(later, key('a', 'b'), NOON.plusSeconds(3_600))
                        .earlier())
                .extracting(summary -> summary.track().id())
                .containsExactly(id(5), id(4));
    }

    @Test
    default void tracksOfAGroupComeInTheOrderOfLists() {
        tracks().addAll(List.of(inGroup(1, "g1"), inGroup(2, "G1"), inGroup(3, "g2"), inGroup(4, "g1"), track(5)));

        assertThat(idsOf(tracks().ofGroup("g1", 10))).containsExactly(id(4), id(2), id(1));
        assertThat(idsOf(tracks().ofGroup("g1", 1))).containsExactly(id(4));
        assertThat(tracks().ofGroup("g", 10)).isEmpty();
    }

    @Test
    default void groupsAreCountedLetterForLetterAndNoFurtherThanAskedFor() {
        tracks().addAll(List.of(
                inGroup(1, "g1"), inGroup(2, "G1"), inGroup(3, "g1"), inGroup(4, "g1 "), inGroup(5, "g1"), track(6)));
        var group = TrackFilter.ALL.withMessageGroupId("g1");

        assertThat(tracks().count(List.of(group, group.withMessageGroupId("G1"), group.withMessageGroupId("g2")), 6))
                .containsExactly(new TracksCounted(3, true), new TracksCounted(1, true), new TracksCounted(0, true));
        assertThat(tracks().count(List.of(group.withMessageGroupId("g2"), group), 2))
                .contains(new TracksCounted(0, true), atIndex(0))
                .satisfies(some -> assertThat(some.complete()).isFalse(), atIndex(1))
                .allSatisfy(some -> assertThat(some.number()).isLessThanOrEqualTo(2));
        assertThat(tracks().count(List.of(), 2)).isEmpty();
    }

    @Test
    default void hotAndQuietTracksAreCounted() {
        tracks().addAll(List.of(track(1), track(2), track(3), track(4)));
        openLog()
                .write(
                        batch(
                                0,
                                hit(track(1), NOON),
                                hit(track(1), NOON.plusSeconds(3_600)),
                                hit(track(1), NOON.plusSeconds(7_200)),
                                hit(track(2), NOON),
                                hit(track(3), NOON)),
                        Samples.judge(Verdict.HUMAN));
        var hot = TrackFilter.ALL.withHotAt(NOON.plusSeconds(7_200));
        var quiet = TrackFilter.ALL.withQuietAt(NOON.plus(Activity.QUIET_AFTER));

        assertThat(tracks().count(List.of(hot, quiet), 10))
                .containsExactly(new TracksCounted(1, true), new TracksCounted(2, true));
        assertThat(tracks().count(List.of(quiet), 1))
                .singleElement()
                .satisfies(some -> assertThat(some.complete()).isFalse());
    }

    private static Track inGroup(int number, String group) {
        return track(number, new TrackDetails(null, null, null, group));
    }

    private List<TrackId> search(List<String> words) {
        return idsOf(readAll(TrackFilter.ALL.withWords(words), 10));
    }

    private static List<TrackId> idsOf(List<TrackSummary> found) {
        return found.stream().map(summary -> summary.track().id()).collect(Collectors.toCollection(ArrayList::new));
    }

    private List<TrackSummary> readAll(TrackFilter filter, int pageSize) {
        return readAll(filter, TrackSort.CREATED, pageSize);
    }

    private List<TrackSummary> readAll(TrackFilter filter, TrackSort sort, int pageSize) {
        var all = new ArrayList<TrackSummary>();
        @Nullable TrackPosition after = null;
        while (true) {
            List<TrackSummary> page = tracks().page(filter, sort, after, pageSize);
            all.addAll(page);
            if (page.isEmpty()) {
                return all;
            }
            after = TrackPosition.of(sort, page.get(page.size() - 1));
        }
    }
}

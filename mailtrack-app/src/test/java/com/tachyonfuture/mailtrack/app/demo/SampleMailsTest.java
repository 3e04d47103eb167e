package com.tachyonfuture.mailtrack.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.demo.FillWithSamples;
import com.tachyonfuture.mailtrack.application.demo.FillWithSamples.Filled;
import com.tachyonfuture.mailtrack.application.demo.SampleMail;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.twin.InMemorySampleTracks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.outbound.client.UapClients;
import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SampleMailsTest extends InMemoryStorageFixture {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<SampleMail> MAILS = SampleMails.until(NOON, VIENNA, 7);

    @Test
    void theSameDayAndSeedMakeTheSameMails() {
        assertThat(SampleMails.until(NOON, VIENNA, 7)).isEqualTo(MAILS);
        assertThat(SampleMails.until(NOON, VIENNA, 8)).isNotEqualTo(MAILS);
    }

    @Test
    void thereAreHundredsOfMailsWithThousandsOfHitsNoneOfThemInTheFuture() {
        assertThat(MAILS.size()).isBetween(300, 600);
        assertThat(MAILS.stream().map(mail -> mail.track().id()).distinct()).hasSameSizeAs(MAILS);
        assertThat(MAILS)
                .allSatisfy(
                        mail -> assertThat(mail.track().details().violations()).isEmpty());
        assertThat(MAILS.stream().map(SampleMailsTest::createdAt)).allMatch(NOON::isAfter);
        assertThat(hits().size()).isBetween(2_000, 10_000);
        assertThat(hits()).allMatch(hit -> hit.receivedAt().isBefore(NOON));
        assertThat(MAILS)
                .allSatisfy(mail -> assertThat(mail.hits())
                        .allMatch(hit -> !hit.receivedAt().isBefore(createdAt(mail))));
    }

    @Test
    void mailIsSentAtWorkAndHardlyReadAtNight() {
        long onWeekends = MAILS.stream()
                .map(mail -> createdAt(mail).atZone(VIENNA).getDayOfWeek())
                .filter(day -> day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY)
                .count();
        long atNight = hits().stream()
                .map(hit -> hit.receivedAt().atZone(VIENNA).getHour())
                .filter(hour -> hour < 6)
                .count();

        assertThat(onWeekends).isBetween(1L, MAILS.size() / 15L);
        assertThat(atNight).isBetween(1L, hits().size() / 20L);
    }

    @Test
    void recipientsAreOfExampleDomainsOnlyAndOfSeveralLanguages() {
        assertThat(MAILS.stream().map(mail -> mail.track().details().recipient()))
                .allMatch(recipient ->
                        Objects.requireNonNull(recipient).matches("[a-z.-]+@([a-z-]+\\.)?example(\\.(com|net|org))?"));
        assertThat(MAILS.stream().map(mail -> mail.track().details().subject()))
                .anyMatch(subject -> Objects.requireNonNull(subject).startsWith("Angebot "))
                .anyMatch(subject -> Objects.requireNonNull(subject).startsWith("Invoice "))
                .anyMatch(subject -> Objects.requireNonNull(subject).startsWith("Devis "));
    }

    @Test
    void everyVerdictAndStateIsAmongThem() {
        assertThat(fill()).isEqualTo(new Filled(MAILS.size(), hits().size()));

        var verdicts = totals().current().verdicts();
        assertThat(Verdict.values())
                .allSatisfy(verdict ->
                        assertThat(verdicts.of(verdict)).as(verdict.code()).isPositive());
        assertThat(summaries())
                .extracting(summary -> summary.activity().state())
                .contains(TrackState.values());
        assertThat(totals().current().states().pinned()).isBetween(3L, 10L);
        assertThat(totals().current().states().stopped()).isBetween(2L, 5L);
        assertThat(totals().current().reads()).isGreaterThan(totals().current().tracks());
        assertThat(verdicts.of(Verdict.UNDECIDED)).isLessThan(hits().size() / 10L);
    }

    @Test
    void someAreReadAgainAndAgainToday() {
        List<Hit> ofToday = hits().stream()
                .filter(hit -> hit.receivedAt().isAfter(NOON.minus(Duration.ofDays(1))))
                .toList();

        assertThat(MAILS.stream().map(SampleMail::track).filter(track -> of(track, ofToday) >= 3))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static long of(Track track, List<Hit> hits) {
        return hits.stream().filter(hit -> hit.trackId().equals(track.id())).count();
    }

    private FillWithSamples.Outcome fill() {
        var judging = new Judging(
                SampleAddresses.places(),
                SampleAddresses.networks(),
                new UapClients(),
                SampleAddresses::isOwn,
                RuleBook.inForce());
        return new FillWithSamples(new InMemorySampleTracks(storage()), tracks(), openLog(), judging)
                .with(MAILS, "samples");
    }

    private List<TrackSummary> summaries() {
        return MAILS.stream()
                .map(mail -> tracks().find(mail.track().id()).orElseThrow())
                .toList();
    }

    private static List<Hit> hits() {
        return MAILS.stream().flatMap(mail -> mail.hits().stream()).toList();
    }

    private static Instant createdAt(SampleMail mail) {
        return Objects.requireNonNull(mail.track().createdAt());
    }
}

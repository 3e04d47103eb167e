package com.tachyonfuture.mailtrack.app.demo;

import com.tachyonfuture.mailtrack.application.demo.SampleMail;
import com.tachyonfuture.mailtrack.application.demo.SampleMark;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Half a year of mail of a small studio that designs, photographs and writes bills: some mails on each working day,
/// hardly any on weekends, and every other Tuesday some news to several at once.
///
/// The same for the same day and seed, but for what would lie in the future: that is left out.
final class SampleMails {

    private static final int DAYS = 182;
    private static final int HOT = 2;

    /// Of so many mails one is pinned, or stopped some time after it was sent.
    private static final int ONE_IS_PINNED = 70;

    private static final int ONE_IS_STOPPED = 110;
    private static final Duration STOPPED_AFTER = Duration.ofDays(12);

    private final SampleTables tables;
    private final RandomGenerator chance;
    private final ZoneId zone;
    private final Instant now;
    private final Fetches fetches;
    private final List<SampleMail> mails = new ArrayList<>();

    private SampleMails(SampleTables tables, long seed, ZoneId zone, Instant now) {
        this.tables = tables;
        this.chance = new SplittableRandom(seed);
        this.zone = zone;
        this.now = now;
        this.fetches = new Fetches(tables.programs(), zone, now, chance);
    }

    /// All of them, the oldest first.
    static List<SampleMail> until(Instant now, ZoneId zone, long seed) {
        return new SampleMails(SampleTables.read(), seed, zone, now).make();
    }

    private List<SampleMail> make() {
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (LocalDate day = today.minusDays(DAYS); !day.isAfter(today); day = day.plusDays(1)) {
            int some = mailsOn(day);
            for (int i = 0; i < some; i++) {
                send(someone(), at(day), null);
            }
            if (day.getDayOfWeek() == DayOfWeek.TUESDAY && day.toEpochDay() / 7 % 2 == 0) {
                sendNews(day);
            }
        }
        for (int i = 0; i < HOT; i++) {
            sendWhatIsReadAgainAndAgain(today.minusDays(2L + i));
        }
        return IntStream.range(0, mails.size()).mapToObj(this::marked).toList();
    }

    private int mailsOn(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> chance.nextInt(3) / 2;
            case SUNDAY -> chance.nextInt(6) / 5;
            default -> 2 + chance.nextInt(3);
        };
    }

    private Contact someone() {
        return tables.contacts().get(chance.nextInt(tables.contacts().size()));
    }

    /// More in the morning than after noon.
    private Instant at(LocalDate day) {
        int minute = chance.nextInt(3) > 0 ? chance.nextInt(8 * 60 + 30, 12 * 60) : chance.nextInt(13 * 60, 18 * 60);
        return day.atTime(LocalTime.ofSecondOfDay(60L * minute + chance.nextInt(60)))
                .atZone(zone)
                .toInstant();
    }

    private void sendNews(LocalDate day) {
        Instant at = at(day);
        String group = "news-" + day;
        List<Contact> readers = tables.contacts().stream()
                .filter(contact -> Math.floorMod(contact.household() + day.toEpochDay() / 14, 6) == 0)
                .toList();
        for (int i = 0; i < readers.size(); i++) {
            send(readers.get(i), at.plusSeconds(i), group);
        }
    }

    private void send(Contact contact, Instant at, @Nullable String group) {
        if (at.isBefore(now)) {
            Track track = track(contact, at, group);
            mails.add(new SampleMail(track, fetches.of(track, contact, at)));
        }
    }

    private void sendWhatIsReadAgainAndAgain(LocalDate day) {
        Contact contact = tables.contacts().stream()
                .filter(reader -> reader.warmth() == 9)
                .skip(mails.size() % 4)
                .findFirst()
                .orElseThrow();
        Instant at = at(day);
        Track track = track(contact, at, null);
        mails.add(new SampleMail(track, fetches.againAndAgain(track, contact, at)));
    }

    private Track track(Contact contact, Instant at, @Nullable String group) {
        List<Topic> topics = Objects.requireNonNull(tables.topics().get(contact.language()));
        Topic topic = group == null
                ? topics.get(chance.nextInt(topics.size()))
                : new Topic(Objects.requireNonNull(tables.mailings().get(contact.language())), null);
        int number = 260 + mails.size();
        var details = new TrackDetails(contact.address(), topic.subject(number), topic.notes(), group);
        return new Track(SampleMark.id(chance.nextLong(1L << 48)), details, at, SampleAddresses.own());
    }

    private SampleMail marked(int number) {
        SampleMail mail = mails.get(number);
        Instant stop = Objects.requireNonNull(mail.track().createdAt()).plus(STOPPED_AFTER);
        if (number % ONE_IS_STOPPED == 0 && stop.isBefore(now)) {
            return mail.stoppedAt(stop);
        }
        return (mails.size() - number) % ONE_IS_PINNED == 1 ? mail.withPin() : mail;
    }
}

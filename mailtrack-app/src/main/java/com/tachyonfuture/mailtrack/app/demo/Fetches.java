package com.tachyonfuture.mailtrack.app.demo;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses;
import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses.Service;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What fetches the image of a sample mail, and when: machines at once, people when they are awake.
final class Fetches {

    private static final Duration MEDIAN_TO_FIRST_READ = Duration.ofMinutes(100);
    private static final double SPREAD = 1.7;
    private static final int WARMEST = 9;
    private static final int COLLEAGUE = 500;
    private static final int WAKES_AT = 7;
    private static final int SLEEPS_AT = 23;

    private final Map<String, Program> programs;
    private final ZoneId zone;
    private final Instant now;
    private final RandomGenerator chance;

    /// @param now after which nothing has been fetched
    Fetches(Map<String, Program> programs, ZoneId zone, Instant now, RandomGenerator chance) {
        this.programs = programs;
        this.zone = zone;
        this.now = now;
        this.chance = chance;
    }

    /// Those of one mail.
    List<Hit> of(Track track, Contact contact, Instant sentAt) {
        var mail = new Mail(track.id(), contact, sentAt, new ArrayList<>());
        mail.machines();
        mail.owner();
        if (contact.warmth() > 0 && chance.nextInt(WARMEST + 2) <= contact.warmth()) {
            mail.reads();
        }
        return mail.untilNow();
    }

    /// Those of a mail that is read all day.
    List<Hit> againAndAgain(Track track, Contact contact, Instant sentAt) {
        var mail = new Mail(track.id(), contact, sentAt, new ArrayList<>());
        mail.machines();
        Instant at = awake(sentAt.plus(between(20, 90)));
        while (at.isBefore(now)) {
            mail.read(at);
            at = awake(at.plus(between(90, 200)));
        }
        return mail.untilNow();
    }

    private Duration between(int minutes, int andMinutes) {
        return Duration.ofSeconds(chance.nextLong(60L * minutes, 60L * andMinutes));
    }

    /// The next moment from here on at which somebody might look. Some sleep less.
    private Instant awake(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        boolean night = there.getHour() < WAKES_AT || there.getHour() >= SLEEPS_AT;
        if (!night || chance.nextInt(20) == 0) {
            return at;
        }
        ZonedDateTime day = there.getHour() < WAKES_AT ? there : there.plusDays(1);
        return day.truncatedTo(ChronoUnit.DAYS).plusHours(WAKES_AT).toInstant().plus(between(0, 150));
    }

    /// The same of somebody who reads at work, as most do on most weekends.
    private Instant atWork(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        boolean weekend = there.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (!weekend || chance.nextInt(4) == 0) {
            return awake(at);
        }
        int days = DayOfWeek.SUNDAY.getValue() - there.getDayOfWeek().getValue() + 1;
        return awake(at.plus(Duration.ofDays(days)));
    }

    /// One mail, and what fetched it so far.
    private final class Mail {

        private final TrackId id;
        private final Contact contact;
        private final Instant sentAt;
        private final List<Hit> hits;

        Mail(TrackId id, Contact contact, Instant sentAt, List<Hit> hits) {
            this.id = id;
            this.contact = contact;
            this.sentAt = sentAt;
            this.hits = hits;
        }

        void machines() {
            switch (contact.habit()) {
                case APPLE, APPLE_PRIVATE -> fetch(sentAt.plus(between(1, 150)), "apple-ahead", at(Service.APPLE));
                case GMAIL -> gmailAhead();
                case GATEWAY -> gateway();
                case YAHOO, OUTLOOK, OUTLOOK_WEB, THUNDERBIRD, EM_CLIENT, WEBMAIL, NEVER -> {}
            }
            if (chance.nextInt(25) == 0) {
                shared();
            }
        }

        private void gmailAhead() {
            if (chance.nextInt(4) == 0) {
                fetch(sentAt.plusSeconds(chance.nextLong(12, 90)), "gmail-ahead", at(Service.GOOGLE));
            }
        }

        private void gateway() {
            String scanner = List.of("barracuda", "proofpoint", "mimecast", "gateway-browser")
                    .get(contact.household() % 4);
            int times = 1 + chance.nextInt(3);
            for (int i = 0; i < times; i++) {
                fetch(sentAt.plusSeconds(chance.nextLong(3, 100)), scanner, at(Service.GATEWAY));
            }
        }

        /// Put into a chat, or looked at by somebody's script.
        private void shared() {
            String program =
                    List.of("slack", "whatsapp", "python", "android-app").get(chance.nextInt(4));
            fetch(awake(sentAt.plus(between(60, 3_000))), program, at(Service.HOSTER));
        }

        /// The owner sees the copy among the mails that were sent, or looks something up.
        void owner() {
            if (chance.nextInt(9) == 0) {
                fetch(sentAt.plusSeconds(chance.nextLong(2, 15)), "thunderbird-linux", SampleAddresses.own());
            }
            if (chance.nextInt(14) == 0) {
                fetch(awake(sentAt.plus(between(200, 6_000))), "thunderbird-linux", SampleAddresses.own());
            }
        }

        private IpAddress at(Service service) {
            return SampleAddresses.of(service, chance.nextInt(32));
        }

        void reads() {
            double minutes = MEDIAN_TO_FIRST_READ.toMinutes() * Math.exp(SPREAD * chance.nextGaussian());
            Instant at = atWork(sentAt.plusSeconds(40 + (long) (60 * minutes)));
            read(at);
            int more = chance.nextInt(5 * contact.warmth() / 2 + 1);
            for (int i = 0; i < more; i++) {
                at = atWork(at.plus(pause()));
                read(at);
            }
            if (chance.nextInt(12) == 0) {
                read(atWork(at.plus(Duration.ofDays(chance.nextLong(16, 70)))));
            }
        }

        /// Most come back soon, some after days.
        private Duration pause() {
            return switch (chance.nextInt(10)) {
                case 0, 1, 2 -> between(1, 12);
                case 3, 4, 5, 6 -> between(40, 600);
                default -> between(1_000, 9_000);
            };
        }

        void read(Instant at) {
            List<String> ways = contact.habit().programs();
            if (!ways.isEmpty()) {
                fetch(at, ways.get(chance.nextInt(ways.size())), readersAddress());
            }
        }

        private IpAddress readersAddress() {
            return switch (contact.habit()) {
                case GMAIL -> at(Service.GOOGLE);
                case YAHOO -> at(Service.YAHOO);
                default -> SampleAddresses.of(contact.town(), contact.household() + colleague());
            };
        }

        /// Some pass a mail on within the house.
        private int colleague() {
            return chance.nextInt(8) == 0 ? COLLEAGUE : 0;
        }

        private void fetch(Instant at, String name, IpAddress address) {
            Program program = Objects.requireNonNull(programs.get(name), name);
            Instant moment = at.plusNanos(1_000L * chance.nextInt(1_000_000));
            hits.add(new Hit(id, moment, address, program.userAgent(), program.referer(), Set.of(Sign.WANTS_IMAGE)));
        }

        List<Hit> untilNow() {
            return hits.stream().filter(hit -> hit.receivedAt().isBefore(now)).toList();
        }
    }
}

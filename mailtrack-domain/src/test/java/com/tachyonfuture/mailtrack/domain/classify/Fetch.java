package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fetch of which a test says only what it is about. */
record Fetch(Evidence evidence) {

    static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/128.0.0.0 Safari/537.36";
    static final String THUNDERBIRD = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1";
    static final String GMAIL =
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";

    /** An hour after the track was created, from nowhere in particular. */
    static Fetch by(@Nullable String userAgent) {
        return new Fetch(
                new Evidence(null, userAgent, null, Set.of(), null, Set.of(), Duration.ofHours(1), 1, false, false));
    }

    Fetch after(@Nullable Duration age) {
        return new Fetch(new Evidence(
                evidence.address(),
                evidence.userAgent(),
                evidence.referer(),
                evidence.signs(),
                evidence.network(),
                evidence.networks(),
                age,
                evidence.tracksAtOnce(),
                evidence.ownersAddress(),
                evidence.creatorsAddress()));
    }

    Fetch afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    Fetch with(Sign... signs) {
        return new Fetch(new Evidence(
                evidence.address(),
                evidence.userAgent(),
                evidence.referer(),
                Set.of(signs),
                evidence.network(),
                evidence.networks(),
                evidence.age(),
                evidence.tracksAtOnce(),
                evidence.ownersAddress(),
                evidence.creatorsAddress()));
    }

    Fetch from(NetworkKind... lists) {
        return new Fetch(new Evidence(
                evidence.address(),
                evidence.userAgent(),
                evidence.referer(),
                evidence.signs(),
                evidence.network(),
                Set.of(lists),
                evidence.age(),
                evidence.tracksAtOnce(),
                evidence.ownersAddress(),
                evidence.creatorsAddress()));
    }

    Fetch from(String operator) {
        return new Fetch(new Evidence(
                evidence.address(),
                evidence.userAgent(),
                evidence.referer(),
                evidence.signs(),
                new Network(64_500, operator),
                evidence.networks(),
                evidence.age(),
                evidence.tracksAtOnce(),
                evidence.ownersAddress(),
                evidence.creatorsAddress()));
    }

    Fetch on(String page) {
        return new Fetch(new Evidence(
                evidence.address(),
                evidence.userAgent(),
                page,
                evidence.signs(),
                evidence.network(),
                evidence.networks(),
                evidence.age(),
                evidence.tracksAtOnce(),
                evidence.ownersAddress(),
                evidence.creatorsAddress()));
    }

    Fetch ofTracks(int tracks) {
        return new Fetch(new Evidence(
                evidence.address(),
                evidence.userAgent(),
                evidence.referer(),
                evidence.signs(),
                evidence.network(),
                evidence.networks(),
                evidence.age(),
                tracks,
                evidence.ownersAddress(),
                evidence.creatorsAddress()));
    }

    Fetch fromTheOwner() {
        return new Fetch(new Evidence(
                evidence.address(),
                evidence.userAgent(),
                evidence.referer(),
                evidence.signs(),
                evidence.network(),
                evidence.networks(),
                evidence.age(),
                evidence.tracksAtOnce(),
                true,
                evidence.creatorsAddress()));
    }

    Fetch fromTheCreator() {
        return new Fetch(new Evidence(
                evidence.address(),
                evidence.userAgent(),
                evidence.referer(),
                evidence.signs(),
                evidence.network(),
                evidence.networks(),
                evidence.age(),
                evidence.tracksAtOnce(),
                evidence.ownersAddress(),
                true));
    }

    /** Verdict, reason and confidence by the rules in force, such as {@code human thunderbird high}. */
    String judged() {
        Judgement judgement = RuleBook.inForce().judge(evidence);
        return judgement.verdict().code() + " " + judgement.reason().code() + " "
                + judgement.confidence().code();
    }
}

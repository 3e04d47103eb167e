package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A fetch of which a test says only what it is about. Each saying makes another one. */
final class Fetch {

    static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/128.0.0.0 Safari/537.36";
    static final String THUNDERBIRD = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1";
    static final String GMAIL =
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";

    private @Nullable String userAgent;
    private @Nullable String referer;
    private Set<Sign> signs = Set.of();
    private @Nullable Network network;
    private Set<NetworkKind> lists = Set.of();
    private @Nullable Duration age = Duration.ofHours(1);
    private int tracksAtOnce = 1;
    private boolean ownersAddress;
    private boolean creatorsAddress;

    private Fetch() {}

    private Fetch(Fetch other) {
        userAgent = other.userAgent;
        referer = other.referer;
        signs = other.signs;
        network = other.network;
        lists = other.lists;
        age = other.age;
        tracksAtOnce = other.tracksAtOnce;
        ownersAddress = other.ownersAddress;
        creatorsAddress = other.creatorsAddress;
    }

    private Fetch but(Consumer<Fetch> change) {
        var other = new Fetch(this);
        change.accept(other);
        return other;
    }

    /** An hour after the track was created, from nowhere in particular. */
    static Fetch by(@Nullable String userAgent) {
        return new Fetch().but(fetch -> fetch.userAgent = userAgent);
    }

    Fetch after(@Nullable Duration age) {
        return but(fetch -> fetch.age = age);
    }

    Fetch afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    Fetch with(Sign... signs) {
        return but(fetch -> fetch.signs = Set.of(signs));
    }

    Fetch from(NetworkKind... lists) {
        return but(fetch -> fetch.lists = Set.of(lists));
    }

    Fetch from(String operator) {
        return but(fetch -> fetch.network = new Network(64_500, operator));
    }

    Fetch on(String page) {
        return but(fetch -> fetch.referer = page);
    }

    Fetch ofTracks(int tracks) {
        return but(fetch -> fetch.tracksAtOnce = tracks);
    }

    Fetch fromTheOwner() {
        return but(fetch -> fetch.ownersAddress = true);
    }

    Fetch fromTheCreator() {
        return but(fetch -> fetch.creatorsAddress = true);
    }

    Evidence evidence() {
        return new Evidence(
                null, userAgent, referer, signs, network, lists, age, tracksAtOnce, ownersAddress, creatorsAddress);
    }

    /** Verdict, reason and confidence by the rules in force, such as {@code human thunderbird high}. */
    String judged() {
        Judgement judgement = RuleBook.inForce().judge(evidence());
        return judgement.verdict().code() + " " + judgement.reason().code() + " "
                + judgement.confidence().code();
    }
}

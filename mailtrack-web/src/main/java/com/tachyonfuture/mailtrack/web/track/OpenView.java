package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Standing;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.classify.JudgingView;
import com.tachyonfuture.mailtrack.web.classify.JudgingView.ConfidenceView;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An open on the page of its track. What strangers chose is cut to what a person may want to read.
///
/// @param repeat whether the same viewer was there shortly before, so that it is not counted again
/// @param by the proxy or scanner that fetched it; null where it was none, or is not known
/// @param reader client, system, device and place, as far as they are known to be the reader's; null: not at all
/// @param why null until it is judged
/// @param whose says that the address is not the reader's; null where it may be
/// @param network who runs the network of the address
/// @param self what can be done about the address
/// @param repeats what is folded into this open; null where nothing is
public record OpenView(
        String id,
        @Nullable MomentView at,
        VerdictView verdict,
        boolean repeat,
        @Nullable String by,
        @Nullable String reader,
        @Nullable WhyView why,
        @Nullable String address,
        @Nullable String whose,
        @Nullable String network,
        @Nullable String userAgent,
        @Nullable String referer,
        SelfView self,
        @Nullable RepeatsView repeats) {

    /// The opens of one day, the latest first.
    public record Day(String title, List<OpenView> opens) {}

    /// The same viewer again shortly after, the latest first.
    public record RepeatsView(String title, List<OpenView> opens) {}

    /// Why an open was judged as it was.
    ///
    /// @param href where more is said of the reason
    public record WhyView(String sentence, String href, ConfidenceView confidence) {

        private static WhyView of(Judgement judgement, Words words) {
            return new WhyView(
                    JudgingView.sentenceOf(judgement.reason(), words),
                    JudgingView.hrefOf(judgement.reason()),
                    ConfidenceView.of(judgement.confidence(), words));
        }
    }

    /// What the owner can do about the address of an open.
    ///
    /// @param action where its form goes; null where there is nothing to do
    /// @param learned whether the address is known as the owner's, so that the form takes it back
    /// @param note what is to be said of it
    public record SelfView(
            @Nullable String action,
            boolean learned,
            @Nullable String note) {

        /// What is known as the owner's anyway, needs no button.
        private static SelfView of(Open open, Standing standing, String href, Words words) {
            boolean known = open.judgement() != null && open.judgement().verdict() == Verdict.SELF;
            return switch (standing) {
                case OTHERS -> new SelfView(known ? null : href, false, null);
                case LEARNED -> new SelfView(href + "/removal", true, words.of("open.self.learned"));
                case LISTED -> new SelfView(null, true, words.of("open.self.listed"));
                case OF_MANY -> new SelfView(null, false, words.of("open.self.of-many"));
                case OF_PROXY -> new SelfView(null, false, words.of("open.self.of-proxy"));
                case NONE -> new SelfView(null, false, null);
            };
        }
    }

    /// @param href the address of the track's page
    static List<Day> byDay(List<Open> opens, Function<Open, Standing> standing, String href, Words words) {
        return Timeline.of(opens, words.times()).stream()
                .map(day -> new Day(
                        day.title(),
                        day.entries().stream()
                                .map(entry -> of(entry, standing, href, words))
                                .toList()))
                .toList();
    }

    private static OpenView of(Timeline.Entry entry, Function<Open, Standing> standing, String href, Words words) {
        List<OpenView> repeats = entry.repeats().stream()
                .map(open -> of(open, null, standing, href, words))
                .toList();
        RepeatsView folded = repeats.isEmpty() ? null : new RepeatsView(title(entry, words), repeats);
        return of(entry.open(), folded, standing, href, words);
    }

    private static String title(Timeline.Entry entry, Words words) {
        int repeats = entry.repeats().size();
        return entry.span()
                .map(span -> words.count(
                        "open.repeats-within", repeats, words.times().length(span)))
                .orElseGet(() -> words.count("open.repeats", repeats));
    }

    private static OpenView of(
            Open open, @Nullable RepeatsView repeats, Function<Open, Standing> standing, String href, Words words) {
        Optional<Judgement> judgement = Optional.ofNullable(open.judgement());
        return new OpenView(
                "open-" + open.id(),
                words.times().clock(open.openedAt()),
                judgement
                        .map(Judgement::verdict)
                        .map(verdict -> VerdictView.of(verdict, words))
                        .orElseGet(() -> VerdictView.unjudged(open.isRead(), words)),
                open.repeat(),
                by(open),
                reader(open, words),
                judgement.map(known -> WhyView.of(known, words)).orElse(null),
                address(open.ipAddress()),
                open.isThroughGoBetween() ? words.of("open.address.not-readers") : null,
                network(open.description().network()),
                Shown.cut(open.userAgent()),
                Shown.cut(open.referer()),
                SelfView.of(open, standing.apply(open), href + "/opens/" + open.id() + "/self", words),
                repeats);
    }

    /// With a capital letter, as names have.
    private static @Nullable String by(Open open) {
        String agent = Shown.cut(open.agent());
        return agent == null ? null : agent.substring(0, 1).toUpperCase(Locale.ROOT) + agent.substring(1);
    }

    private static @Nullable String reader(Open open, Words words) {
        Client client = open.readersClient();
        String program = client.name() == null || client.os() == null
                ? joined(", ", client.name(), client.os())
                : words.of("open.program-on", cut(client.name()), cut(client.os()));
        String device = client.device() == null || client.device() == DeviceClass.OTHER
                ? null
                : words.of("device." + client.device().code());
        var place = open.readersPlace();
        return joined(", ", program, device, place.city(), words.country(place.countryCode(), place.country()));
    }

    private static String cut(String text) {
        return Shown.or(Shown.cut(text), "");
    }

    private static @Nullable String joined(String between, @Nullable String... parts) {
        String joined =
                Stream.of(parts).map(Shown::cut).filter(part -> part != null).collect(Collectors.joining(between));
        return joined.isEmpty() ? null : joined;
    }

    /// A database that we took over may hold other spellings, or something that is no address.
    private static @Nullable String address(@Nullable String stored) {
        return stored == null
                ? null
                : IpAddress.parse(stored).map(IpAddress::toString).orElseGet(() -> Shown.cut(stored));
    }

    private static @Nullable String network(@Nullable Network network) {
        return network == null ? null : joined(", ", network.name(), "AS" + network.number());
    }
}

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
import com.tachyonfuture.mailtrack.web.page.DisplayTimes;
import com.tachyonfuture.mailtrack.web.page.MomentView;
import java.util.ArrayList;
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
        SelfView self) {

    /// The opens of one day, the latest first.
    public record Day(String title, List<OpenView> opens) {}

    /// Why an open was judged as it was.
    ///
    /// @param href where more is said of the reason
    public record WhyView(String sentence, String href, ConfidenceView confidence) {

        private static WhyView of(Judgement judgement) {
            return new WhyView(
                    judgement.reason().sentence(),
                    JudgingView.hrefOf(judgement.reason()),
                    ConfidenceView.of(judgement.confidence()));
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
        private static SelfView of(Open open, Standing standing, String href) {
            boolean known = open.judgement() != null && open.judgement().verdict() == Verdict.SELF;
            return switch (standing) {
                case OTHERS -> new SelfView(known ? null : href, false, null);
                case LEARNED -> new SelfView(href + "/removal", true, "You said that this address is yours.");
                case LISTED -> new SelfView(null, true, "Your settings list this address as yours.");
                case OF_MANY ->
                    new SelfView(
                            null,
                            false,
                            "It can't be marked as yours: the address belongs to a service that fetches for many"
                                    + " people, who would all be taken for you.");
                case OF_PROXY ->
                    new SelfView(
                            null,
                            false,
                            "It can't be marked as yours: the address may be that of your own proxy, through which"
                                    + " everybody comes. If it is a device of yours, list it in"
                                    + " MAILTRACK_OWN_ADDRESSES.");
                case NONE -> new SelfView(null, false, null);
            };
        }
    }

    /// @param href the address of the track's page
    static List<Day> byDay(List<Open> opens, Function<Open, Standing> standing, String href, DisplayTimes times) {
        var days = new ArrayList<Day>();
        var ofDay = new ArrayList<OpenView>();
        String title = "";
        for (Open open : opens) {
            String day = times.day(open.openedAt());
            if (!day.equals(title) && !ofDay.isEmpty()) {
                days.add(new Day(title, List.copyOf(ofDay)));
                ofDay.clear();
            }
            title = day;
            ofDay.add(of(open, standing.apply(open), href, times));
        }
        if (!ofDay.isEmpty()) {
            days.add(new Day(title, List.copyOf(ofDay)));
        }
        return List.copyOf(days);
    }

    private static OpenView of(Open open, Standing standing, String href, DisplayTimes times) {
        Optional<Judgement> judgement = Optional.ofNullable(open.judgement());
        return new OpenView(
                "open-" + open.id(),
                times.clock(open.openedAt()),
                judgement
                        .map(Judgement::verdict)
                        .map(VerdictView::of)
                        .orElseGet(() -> VerdictView.unjudged(open.isRead())),
                open.repeat(),
                by(open),
                reader(open),
                judgement.map(WhyView::of).orElse(null),
                address(open.ipAddress()),
                open.isThroughGoBetween() ? "not the reader’s, but of what fetched it for them" : null,
                network(open.description().network()),
                Shown.cut(open.userAgent()),
                Shown.cut(open.referer()),
                SelfView.of(open, standing, href + "/opens/" + open.id() + "/self"));
    }

    /// With a capital letter, as names have.
    private static @Nullable String by(Open open) {
        String agent = Shown.cut(open.agent());
        return agent == null ? null : agent.substring(0, 1).toUpperCase(Locale.ROOT) + agent.substring(1);
    }

    private static @Nullable String reader(Open open) {
        Client client = open.readersClient();
        String program = joined(" on ", client.name(), client.os());
        String device = client.device() == null || client.device() == DeviceClass.OTHER
                ? null
                : client.device().code();
        return joined(
                ", ",
                program,
                device,
                open.readersPlace().city(),
                open.readersPlace().country());
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

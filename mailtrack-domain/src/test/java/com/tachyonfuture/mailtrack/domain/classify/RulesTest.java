package com.tachyonfuture.mailtrack.domain.classify;

import static com.tachyonfuture.mailtrack.domain.classify.Fetch.CHROME;
import static com.tachyonfuture.mailtrack.domain.classify.Fetch.GMAIL;
import static com.tachyonfuture.mailtrack.domain.classify.Fetch.THUNDERBIRD;
import static com.tachyonfuture.mailtrack.domain.classify.NetworkKind.APPLE_RELAY;
import static com.tachyonfuture.mailtrack.domain.classify.NetworkKind.DATA_CENTER;
import static com.tachyonfuture.mailtrack.domain.classify.NetworkKind.GOOGLE_PROXY;
import static com.tachyonfuture.mailtrack.domain.classify.NetworkKind.MICROSOFT_MAIL;
import static com.tachyonfuture.mailtrack.domain.classify.NetworkKind.SECURITY;
import static com.tachyonfuture.mailtrack.domain.classify.NetworkKind.YAHOO_PROXY;
import static com.tachyonfuture.mailtrack.domain.classify.Sign.DECLARED_PREFETCH;
import static com.tachyonfuture.mailtrack.domain.classify.Sign.HEADERS_NOT_KEPT;
import static com.tachyonfuture.mailtrack.domain.classify.Sign.OWNERS_BROWSER;
import static com.tachyonfuture.mailtrack.domain.classify.Sign.WANTS_IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each rule promises, at its edges; {@code CorpusTest} has what was seen in the world. */
class RulesTest {

    private static final String APPLE_MAIL =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";
    private static final String GMAIL_AHEAD =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
                    + " Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0";
    private static final String OUTLOOK = "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12827; Pro)";

    @Nested
    class TheOwner {

        @Test
        void isKnownByTheirBrowserWhateverItSays() {
            assertThat(Fetch.by("curl/8.5")
                            .with(OWNERS_BROWSER, DECLARED_PREFETCH)
                            .judged())
                    .isEqualTo("self owners_browser high");
        }

        @Test
        void isKnownByTheirAddressLessSurely() {
            assertThat(Fetch.by(CHROME).fromTheOwner().judged()).isEqualTo("self owners_address medium");
        }

        @Test
        void seesTheSentCopyWithinTwentySeconds() {
            var copy = Fetch.by(THUNDERBIRD).fromTheCreator();

            assertThat(copy.afterSeconds(20).judged()).isEqualTo("self sent_copy medium");
            assertThat(copy.afterSeconds(21).judged()).isEqualTo("human thunderbird high");
            assertThat(copy.afterSeconds(-1).judged()).isEqualTo("human thunderbird high");
            assertThat(copy.after(null).judged()).isEqualTo("human thunderbird high");
        }
    }

    @Nested
    class Proxies {

        @Test
        void gmailIsSureFromGooglesNetwork() {
            assertThat(Fetch.by(GMAIL).from(GOOGLE_PROXY).judged()).isEqualTo("image_proxy gmail_display high");
            assertThat(Fetch.by(GMAIL).from("Google LLC").judged()).isEqualTo("image_proxy gmail_display high");
            assertThat(Fetch.by(GMAIL).judged()).isEqualTo("image_proxy gmail_display medium");
        }

        @Test
        void gmailAtDeliveryIsUndecided() {
            assertThat(Fetch.by(GMAIL).from(GOOGLE_PROXY).afterSeconds(10).judged())
                    .isEqualTo("undecided gmail_at_delivery low");
            assertThat(Fetch.by(GMAIL).from(GOOGLE_PROXY).afterSeconds(11).judged())
                    .isEqualTo("image_proxy gmail_display high");
            assertThat(Fetch.by(GMAIL).from(GOOGLE_PROXY).after(null).judged())
                    .isEqualTo("image_proxy gmail_display high");
        }

        @Test
        void aServerThatGoogleRentsOutIsNotGooglesProxy() {
            assertThat(Fetch.by(GMAIL).from("Google LLC").from(DATA_CENTER).judged())
                    .isEqualTo("undecided claimed_proxy low");
        }

        @Test
        void aNameFromSomebodyElsesNetworkProvesNothing() {
            assertThat(Fetch.by(GMAIL).from("Hetzner Online GmbH").judged()).isEqualTo("undecided claimed_proxy low");
            assertThat(Fetch.by("YahooMailProxy; x").from("Hetzner Online GmbH").judged())
                    .isEqualTo("undecided claimed_proxy low");
        }

        @Test
        void aListOutweighsTheNameOfTheOperator() {
            assertThat(Fetch.by(GMAIL).from("Fastly").from(GOOGLE_PROXY).judged())
                    .isEqualTo("image_proxy gmail_display high");
        }

        @Test
        void yahooIsSureFromItsNetwork() {
            assertThat(Fetch.by("YahooMailProxy; x").from(YAHOO_PROXY).judged())
                    .isEqualTo("image_proxy yahoo_display high");
            assertThat(Fetch.by("YahooMailProxy; x").judged()).isEqualTo("image_proxy yahoo_display medium");
        }

        @Test
        void manyTracksAtOnceAreNothingToAProxy() {
            assertThat(Fetch.by(GMAIL).from(GOOGLE_PROXY).ofTracks(500).judged())
                    .isEqualTo("image_proxy gmail_display high");
        }
    }

    @Nested
    class FetchingAhead {

        @Test
        void gmailNeedsGooglesNetworkOrPage() {
            assertThat(Fetch.by(GMAIL_AHEAD)
                            .from(GOOGLE_PROXY)
                            .afterSeconds(300)
                            .judged())
                    .isEqualTo("prefetch gmail_prefetch high");
            assertThat(Fetch.by(GMAIL_AHEAD)
                            .on("http://mail.google.com/")
                            .afterSeconds(300)
                            .judged())
                    .isEqualTo("prefetch gmail_prefetch medium");
            assertThat(Fetch.by(GMAIL_AHEAD).afterSeconds(300).judged())
                    .isEqualTo("undecided gmail_prefetch_disputed low");
        }

        @Test
        void gmailIsLessSureLateOrAtAnUnknownTime() {
            assertThat(Fetch.by(GMAIL_AHEAD)
                            .from(GOOGLE_PROXY)
                            .afterSeconds(301)
                            .judged())
                    .isEqualTo("prefetch gmail_prefetch low");
            assertThat(Fetch.by(GMAIL_AHEAD).from(GOOGLE_PROXY).after(null).judged())
                    .isEqualTo("prefetch gmail_prefetch low");
        }

        @Test
        void appleIsExactlyItsBareName() {
            assertThat(Fetch.by("Mozilla/5.0").judged()).isEqualTo("prefetch apple_prefetch medium");
            assertThat(Fetch.by("Mozilla/5.0").from(APPLE_RELAY).judged()).isEqualTo("prefetch apple_prefetch high");
            assertThat(Fetch.by("Mozilla/5.0").on("https://example.org/").judged())
                    .isEqualTo("undecided unknown_agent low");
        }

        @Test
        void applesLongerNameNeedsTheRelay() {
            assertThat(Fetch.by(APPLE_MAIL).from(APPLE_RELAY).judged())
                    .isEqualTo("prefetch apple_relay_prefetch medium");
            assertThat(Fetch.by(APPLE_MAIL).judged()).isEqualTo("human apple_mail medium");
            assertThat(Fetch.by(APPLE_MAIL + " Mobile/15E148 Extra/1").judged())
                    .isEqualTo("undecided unknown_agent low");
        }

        @Test
        void theRelayAloneIsWeakAndNothingAgainstABrowser() {
            assertThat(Fetch.by(null).from(APPLE_RELAY).judged()).isEqualTo("prefetch apple_relay low");
            assertThat(Fetch.by(CHROME).from(APPLE_RELAY).with(WANTS_IMAGE).judged())
                    .isEqualTo("human browser medium");
        }

        @Test
        void whatDeclaresItIsBelieved() {
            assertThat(Fetch.by(THUNDERBIRD).with(DECLARED_PREFETCH).judged())
                    .isEqualTo("prefetch declared_prefetch high");
        }
    }

    @Nested
    class Machines {

        @Test
        void areKnownByNamesAsWholeWordsInAnyCase() {
            assertThat(Fetch.by("BARRACUDA sentinel").judged()).isEqualTo("scanner named_scanner high");
            assertThat(Fetch.by("x slackbot-linkexpanding 1.0").judged()).isEqualTo("bot link_preview high");
            assertThat(Fetch.by("googleBOT/2.1").judged()).isEqualTo("bot crawler high");
            assertThat(Fetch.by("(curl)").judged()).isEqualTo("bot script high");
        }

        @Test
        void areNotKnownByPartsOfWords() {
            assertThat(Fetch.by("barracudas slackbots googlebots curling javascript robot security cisco")
                            .judged())
                    .isEqualTo("undecided unknown_agent low");
        }

        @Test
        void ofMicrosoftNeedNetworkAndTime() {
            assertThat(Fetch.by(CHROME).from(MICROSOFT_MAIL).afterSeconds(120).judged())
                    .isEqualTo("scanner microsoft_scan medium");
            assertThat(Fetch.by(CHROME).from(MICROSOFT_MAIL).afterSeconds(121).judged())
                    .isEqualTo("undecided microsoft_network low");
            assertThat(Fetch.by(CHROME).from(MICROSOFT_MAIL).after(null).judged())
                    .isEqualTo("undecided microsoft_network low");
        }

        @Test
        void ofSecurityNetworksAreScannersUnlessABrowserShowsAnImageLater() {
            var browser = Fetch.by(CHROME).with(WANTS_IMAGE);

            assertThat(browser.from(SECURITY).afterSeconds(600).judged()).isEqualTo("scanner security_network medium");
            assertThat(browser.from(SECURITY).afterSeconds(601).judged())
                    .isEqualTo("undecided behind_security_service low");
            assertThat(Fetch.by(null).from("PROOFPOINT-ASN-US-WEST").judged())
                    .isEqualTo("scanner security_network medium");
        }

        @Test
        void onesFilterIsNamedWhereItIsKnown() {
            Judgement judgement =
                    RuleBook.inForce().judge(Fetch.by(null).from("Mimecast UK").evidence());

            assertThat(judgement.agent()).isEqualTo("mimecast");
        }
    }

    @Nested
    class WeakSigns {

        @Test
        void severalTracksAtOnceNeedAnother() {
            var browser = Fetch.by(CHROME).with(WANTS_IMAGE).ofTracks(3);

            assertThat(browser.judged()).isEqualTo("undecided several_at_once low");
            assertThat(browser.afterSeconds(120).judged()).isEqualTo("scanner batch_scan medium");
            assertThat(browser.from(DATA_CENTER).judged()).isEqualTo("scanner batch_scan medium");
            assertThat(Fetch.by("who knows").ofTracks(3).judged()).isEqualTo("scanner batch_scan medium");
        }

        @Test
        void twoTracksAreAConversation() {
            assertThat(Fetch.by(CHROME).with(WANTS_IMAGE).ofTracks(2).judged()).isEqualTo("human browser medium");
        }

        @Test
        void aRentedServerNeedsAnother() {
            var browser = Fetch.by(CHROME).with(WANTS_IMAGE).from(DATA_CENTER);

            assertThat(browser.judged()).isEqualTo("undecided rented_server low");
            assertThat(browser.after(null).judged()).isEqualTo("undecided rented_server low");
            assertThat(browser.afterSeconds(600).judged()).isEqualTo("scanner rented_server_scan low");
            assertThat(Fetch.by(null).from(DATA_CENTER).judged()).isEqualTo("scanner rented_server_scan low");
        }

        @Test
        void tooSoonNeedsAnother() {
            assertThat(Fetch.by("who knows").afterSeconds(10).judged()).isEqualTo("scanner too_soon low");
            assertThat(Fetch.by("who knows").afterSeconds(11).judged()).isEqualTo("undecided unknown_agent low");
            assertThat(Fetch.by(CHROME).with(WANTS_IMAGE).afterSeconds(0).judged())
                    .isEqualTo("human browser low");
        }

        @Test
        void negativeAndUnknownAgesAreNeverTooSoon() {
            assertThat(Fetch.by("who knows").afterSeconds(-1).judged()).isEqualTo("undecided unknown_agent low");
            assertThat(Fetch.by("who knows").after(null).judged()).isEqualTo("undecided unknown_agent low");
            assertThat(Fetch.by(CHROME).with(WANTS_IMAGE).afterSeconds(-1).judged())
                    .isEqualTo("human browser medium");
        }

        @Test
        void eachMakesANamedClientLessSure() {
            var client = Fetch.by(THUNDERBIRD);

            assertThat(client.judged()).isEqualTo("human thunderbird high");
            assertThat(client.from(DATA_CENTER).judged()).isEqualTo("human thunderbird medium");
            assertThat(client.ofTracks(3).judged()).isEqualTo("human thunderbird medium");
            assertThat(client.afterSeconds(3).judged()).isEqualTo("human thunderbird medium");
            assertThat(client.from(DATA_CENTER).ofTracks(3).judged()).isEqualTo("human thunderbird low");
            assertThat(client.from(DATA_CENTER).ofTracks(3).afterSeconds(3).judged())
                    .isEqualTo("human thunderbird low");
        }
    }

    @Nested
    class Readers {

        @Test
        void inOutlookAreKnownByItsName() {
            assertThat(Fetch.by(OUTLOOK).judged()).isEqualTo("human outlook medium");
            assertThat(Fetch.by("Outlook-iOS/709.2189947.prod.iphone (3.24.0)").judged())
                    .isEqualTo("human outlook high");
            assertThat(Fetch.by("Mozilla/4.0 (compatible; ms-office; MSOffice 16)")
                            .judged())
                    .isEqualTo("undecided office_or_outlook low");
        }

        @Test
        void inWebmailAreKnownByThePage() {
            assertThat(Fetch.by(CHROME).on("https://outlook.live.com/mail/0/").judged())
                    .isEqualTo("human outlook_web medium");
            assertThat(Fetch.by(CHROME)
                            .on("https://webmail.example.org:8443/?_task=mail")
                            .judged())
                    .isEqualTo("human webmail medium");
            assertThat(Fetch.by("who knows").on("https://outlook.live.com/").judged())
                    .isEqualTo("undecided unknown_agent low");
        }

        @Test
        void inABrowserMustWantAnImage() {
            assertThat(Fetch.by(CHROME).with(WANTS_IMAGE).judged()).isEqualTo("human browser medium");
            assertThat(Fetch.by(CHROME).judged()).isEqualTo("undecided browser_not_for_image low");
        }

        @Test
        void inABrowserOfWhichNobodyKeptThatIsProbablyReading() {
            assertThat(Fetch.by(CHROME).with(HEADERS_NOT_KEPT).judged()).isEqualTo("human browser_of_old low");
        }

        @Test
        void inAnAppThatDoesNotSayWhichAreUndecided() {
            assertThat(Fetch.by("Dalvik/2.1.0 (Linux; U; Android 12)").judged()).isEqualTo("undecided app_library low");
        }

        @Test
        void thatSayNothingAreUndecided() {
            assertThat(Fetch.by(" ").judged()).isEqualTo("undecided no_user_agent low");
        }

        @Test
        void atProtonAreUndecided() {
            assertThat(Fetch.by(CHROME).with(WANTS_IMAGE).from("Proton AG").judged())
                    .isEqualTo("undecided privacy_proxy low");
        }
    }
}

package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Map;
import java.util.Optional;

/**
 * Programs that walk the web, by their full names. A list of everything that looks like a bot is not used: such lists
 * count Gmail's proxy and Apple Mail among bots.
 */
final class Crawler implements NamedRule {

    private static final Phrases<Optional<Judgement>> NAMES = Phrases.of(Map.ofEntries(
            crawler("Googlebot", "google"),
            crawler("AdsBot-Google", "google"),
            crawler("Mediapartners-Google", "google"),
            crawler("Feedfetcher-Google", "google"),
            crawler("APIs-Google", "google"),
            crawler("Storebot-Google", "google"),
            crawler("AppEngine-Google", "google"),
            crawler("Google-InspectionTool", "google"),
            crawler("Google-Read-Aloud", "google"),
            crawler("Google Favicon", "google"),
            crawler("GoogleOther", "google"),
            crawler("bingbot", "bing"),
            crawler("adidxbot", "bing"),
            crawler("msnbot", "bing"),
            crawler("YandexBot", "yandex"),
            crawler("YandexImages", "yandex"),
            crawler("Baiduspider", "baidu"),
            crawler("DuckDuckBot", "duckduckgo"),
            crawler("DuckDuckGo-Favicons-Bot", "duckduckgo"),
            crawler("Applebot", "apple"),
            crawler("Slurp", "yahoo"),
            crawler("Mail.RU_Bot", "mail.ru"),
            crawler("AhrefsBot", "ahrefs"),
            crawler("SemrushBot", "semrush"),
            crawler("MJ12bot", "majestic"),
            crawler("DotBot", "moz"),
            crawler("PetalBot", "petal"),
            crawler("Bytespider", "bytedance"),
            crawler("GPTBot", "openai"),
            crawler("ClaudeBot", "anthropic"),
            crawler("CCBot", "commoncrawl"),
            crawler("ia_archiver", "archive.org"),
            crawler("archive.org_bot", "archive.org"),
            crawler("NetcraftSurveyAgent", "netcraft"),
            crawler("Netcraft Web Server Survey", "netcraft"),
            crawler("FeedBurner", "feedburner"),
            crawler("MailChimp", "mailchimp")));

    private static Map.Entry<String, Optional<Judgement>> crawler(String name, String agent) {
        return Map.entry(name, Optional.of(new Judgement(Verdict.BOT, Reason.CRAWLER, Confidence.HIGH, agent)));
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return NAMES.firstIn(evidence.userAgent(), Optional.empty());
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "Programs of search engines and others that walk the web (Googlebot, bingbot, YandexBot, AhrefsBot and"
                + " others) are bots, by their names.";
    }
}

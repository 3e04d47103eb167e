package com.tachyonfuture.mailtrack.domain.classify;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Programs that walk the web, by their full names. A list of everything that looks like a bot is not used: such lists
 * count Gmail's proxy and Apple Mail among bots.
 */
final class Crawler extends NamedPrograms {

    Crawler() {
        super(
                Verdict.BOT,
                Reason.CRAWLER,
                Map.ofEntries(
                        entry("Googlebot", "google"),
                        entry("AdsBot-Google", "google"),
                        entry("Mediapartners-Google", "google"),
                        entry("Feedfetcher-Google", "google"),
                        entry("APIs-Google", "google"),
                        entry("Storebot-Google", "google"),
                        entry("AppEngine-Google", "google"),
                        entry("Google-InspectionTool", "google"),
                        entry("Google-Read-Aloud", "google"),
                        entry("Google Favicon", "google"),
                        entry("GoogleOther", "google"),
                        entry("bingbot", "bing"),
                        entry("adidxbot", "bing"),
                        entry("msnbot", "bing"),
                        entry("YandexBot", "yandex"),
                        entry("YandexImages", "yandex"),
                        entry("Baiduspider", "baidu"),
                        entry("DuckDuckBot", "duckduckgo"),
                        entry("DuckDuckGo-Favicons-Bot", "duckduckgo"),
                        entry("Applebot", "apple"),
                        entry("Slurp", "yahoo"),
                        entry("Mail.RU_Bot", "mail.ru"),
                        entry("AhrefsBot", "ahrefs"),
                        entry("SemrushBot", "semrush"),
                        entry("MJ12bot", "majestic"),
                        entry("DotBot", "moz"),
                        entry("PetalBot", "petal"),
                        entry("Bytespider", "bytedance"),
                        entry("GPTBot", "openai"),
                        entry("ClaudeBot", "anthropic"),
                        entry("CCBot", "commoncrawl"),
                        entry("ia_archiver", "archive.org"),
                        entry("archive.org_bot", "archive.org"),
                        entry("NetcraftSurveyAgent", "netcraft"),
                        entry("Netcraft Web Server Survey", "netcraft"),
                        entry("FeedBurner", "feedburner"),
                        entry("MailChimp", "mailchimp")));
    }

    @Override
    public String inWords() {
        return "Programs of search engines and others that walk the web (Googlebot, bingbot, YandexBot, AhrefsBot and"
                + " others) are bots, by their names.";
    }
}

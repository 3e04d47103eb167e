package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Map;
import java.util.Optional;

/** Programs that make the small pictures of pages in chats and social networks: somebody passed the address on. */
final class LinkPreview implements NamedRule {

    private static final Phrases<Optional<Judgement>> NAMES = Phrases.of(Map.ofEntries(
            preview("Slackbot", "slack"),
            preview("Slackbot-LinkExpanding", "slack"),
            preview("Slack-ImgProxy", "slack"),
            preview("facebookexternalhit", "facebook"),
            preview("facebookexternalua", "facebook"),
            preview("facebookcatalog", "facebook"),
            preview("Twitterbot", "twitter"),
            preview("WhatsApp", "whatsapp"),
            preview("TelegramBot", "telegram"),
            preview("SkypeUriPreview", "skype"),
            preview("BingPreview", "microsoft"),
            preview("MicrosoftPreview", "microsoft"),
            preview("LinkedInBot", "linkedin"),
            preview("Discordbot", "discord"),
            preview("Snap URL Preview Service", "snapchat"),
            preview("SnapURLPreview", "snapchat"),
            preview("Pinterestbot", "pinterest"),
            preview("redditbot", "reddit"),
            preview("Viber", "viber"),
            preview("vkShare", "vk"),
            preview("Yahoo Link Preview", "yahoo"),
            preview("GoogleMessages", "google"),
            preview("Google-PageRenderer", "google"),
            preview("Google Web Preview", "google"),
            preview("Iframely", "iframely"),
            preview("Embedly", "embedly"),
            preview("Mastodon", "mastodon"),
            preview("Bluesky", "bluesky"),
            preview("LinkPreview", "linkpreview")));

    private static Map.Entry<String, Optional<Judgement>> preview(String name, String agent) {
        return Map.entry(name, Optional.of(new Judgement(Verdict.BOT, Reason.LINK_PREVIEW, Confidence.HIGH, agent)));
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
        return "Programs that make previews of links (Slack, Facebook, Twitter, WhatsApp, Telegram, Skype, Bing and"
                + " others) are bots, by their names.";
    }
}

package com.tachyonfuture.mailtrack.domain.classify;

import static java.util.Map.entry;

import java.util.Map;

/** Programs that make the small pictures of pages in chats and social networks: somebody passed the address on. */
final class LinkPreview extends NamedPrograms {

    LinkPreview() {
        super(
                Verdict.BOT,
                Reason.LINK_PREVIEW,
                Map.ofEntries(
                        entry("Slackbot", "slack"),
                        entry("Slackbot-LinkExpanding", "slack"),
                        entry("Slack-ImgProxy", "slack"),
                        entry("facebookexternalhit", "facebook"),
                        entry("facebookexternalua", "facebook"),
                        entry("facebookcatalog", "facebook"),
                        entry("Twitterbot", "twitter"),
                        entry("WhatsApp", "whatsapp"),
                        entry("TelegramBot", "telegram"),
                        entry("SkypeUriPreview", "skype"),
                        entry("BingPreview", "microsoft"),
                        entry("MicrosoftPreview", "microsoft"),
                        entry("LinkedInBot", "linkedin"),
                        entry("Discordbot", "discord"),
                        entry("Snap URL Preview Service", "snapchat"),
                        entry("SnapURLPreview", "snapchat"),
                        entry("Pinterestbot", "pinterest"),
                        entry("redditbot", "reddit"),
                        entry("Viber", "viber"),
                        entry("vkShare", "vk"),
                        entry("Yahoo Link Preview", "yahoo"),
                        entry("GoogleMessages", "google"),
                        entry("Google-PageRenderer", "google"),
                        entry("Google Web Preview", "google"),
                        entry("Iframely", "iframely"),
                        entry("Embedly", "embedly"),
                        entry("Mastodon", "mastodon"),
                        entry("Bluesky", "bluesky"),
                        entry("LinkPreview", "linkpreview")));
    }

    @Override
    public String inWords() {
        return "Programs that make previews of links (Slack, Facebook, Twitter, WhatsApp, Telegram, Skype, Bing and"
                + " others) are bots, by their names.";
    }
}

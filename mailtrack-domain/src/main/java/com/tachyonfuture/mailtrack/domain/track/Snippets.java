package com.tachyonfuture.mailtrack.domain.track;

/**
 * What the owner pastes into a mail.
 *
 * @param pixelUrl the address of the track's image
 * @param html an invisible image
 * @param htmlVisible the same without {@code display:none}, for clients that do not load what is hidden
 * @param markdown the image in Markdown
 */
public record Snippets(String pixelUrl, String html, String htmlVisible, String markdown) {

    /**
     * The snippets of a track.
     *
     * @param baseUrl where this service is reached from outside, without a slash at its end
     */
    public static Snippets of(String baseUrl, TrackId id) {
        String url = baseUrl + "/p/" + id.inPath() + ".gif";
        return new Snippets(
                url,
                "<img src=\"" + url + "\" width=\"1\" height=\"1\" style=\"display:none\" alt=\"\" />",
                "<img src=\"" + url + "\" width=\"1\" height=\"1\" alt=\"\" />",
                "![](" + url + ")");
    }
}

package com.tachyonfuture.mailtrack.domain.classify;

/** Whose addresses a list of networks names. One address may be on several lists. */
public enum NetworkKind {
    /** Apple's privacy relay, which Mail Privacy Protection fetches through. */
    APPLE_RELAY,
    /** Google's image proxies. */
    GOOGLE_PROXY,
    /** Yahoo's image proxies. */
    YAHOO_PROXY,
    /** Microsoft's mail filters. */
    MICROSOFT_MAIL,
    /** The networks of makers of security gateways. */
    SECURITY,
    /** Rented servers: hardly anybody reads mail from there. */
    DATA_CENTER
}

package com.tachyonfuture.mailtrack.domain.classify;

/**
 * A rule that judges nothing whose user agent has none of certain names, so that it need not be asked then. Most rules
 * are of this kind, and most fetches have none of their names.
 */
interface NamedRule extends Rule {

    Phrases<?> names();
}

package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lists of networks and the names of their operators say about an address. */
final class Networks {

    static final Phrases<String> GOOGLE = Phrases.of("google", "Google");

    static final Phrases<String> YAHOO = Phrases.of("yahoo", "Yahoo", "Oath", "Verizon Media", "AOL", "Inktomi");

    /** Those that do nothing but filter mail. Others of that trade also carry what their customers' people do. */
    private static final Phrases<String> MAIL_FILTERS = Phrases.of(Map.of(
            "Proofpoint", "proofpoint",
            "Mimecast", "mimecast",
            "Barracuda", "barracuda",
            "MessageLabs", "symantec",
            "IronPort", "cisco",
            "Hornetsecurity", "hornetsecurity"));

    private static final Phrases<String> MAKERS = Phrases.of(Map.of(
            "Cisco", "cisco",
            "Symantec", "symantec",
            "Sophos", "sophos",
            "Forcepoint", "forcepoint",
            "Websense", "forcepoint",
            "Trend Micro", "trendmicro",
            "Fortinet", "fortinet",
            "Zscaler", "zscaler"));

    private Networks() {}

    static boolean isRented(Evidence evidence) {
        return evidence.networks().contains(NetworkKind.DATA_CENTER);
    }

    static boolean isSecurity(Evidence evidence) {
        Network network = evidence.network();
        return evidence.networks().contains(NetworkKind.SECURITY)
                || (network != null && MAIL_FILTERS.isIn(network.name()));
    }

    /** Who filters mail there; null where that is not known. */
    static @Nullable String securityAgent(Evidence evidence) {
        Network network = evidence.network();
        if (network == null) {
            return null;
        }
        String filter = MAIL_FILTERS.firstIn(network.name());
        return filter != null ? filter : MAKERS.firstIn(network.name());
    }
}

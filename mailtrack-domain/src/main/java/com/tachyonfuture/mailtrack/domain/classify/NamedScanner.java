package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Map;
import java.util.Optional;

/**
 * Security gateways that say who they are. Names of virus scanners that also sell browsers are not among them: people
 * read with those.
 */
final class NamedScanner implements NamedRule {

    private static final Phrases<Optional<Judgement>> NAMES = Phrases.of(Map.ofEntries(
            scanner("Barracuda", "barracuda"),
            scanner("BarracudaCentral", "barracuda"),
            scanner("Proofpoint", "proofpoint"),
            scanner("Mimecast", "mimecast"),
            scanner("CiscoSecureEmail", "cisco"),
            scanner("IronPort", "cisco"),
            scanner("TMES", "trendmicro"),
            scanner("Trend Micro", "trendmicro"),
            scanner("TrendMicro", "trendmicro"),
            scanner("Symantec", "symantec"),
            scanner("MessageLabs", "symantec"),
            scanner("Sophos", "sophos"),
            scanner("Forcepoint", "forcepoint"),
            scanner("Websense", "forcepoint"),
            scanner("FireEye", "fireeye"),
            scanner("FortiGuard", "fortinet"),
            scanner("FortiMail", "fortinet"),
            scanner("SpamExperts", "spamexperts"),
            scanner("SCMGUARD", "scmguard"),
            scanner("Kaspersky Lab", "kaspersky"),
            scanner("Palo Alto Networks", "paloalto"),
            scanner("virustotalcloud", "virustotal"),
            scanner("Google-Safety", "google"),
            scanner("CloudflareRadarURLScanner", "cloudflare"),
            scanner("Microsoft Office Existence Discovery", "microsoft"),
            scanner("Microsoft Office Protocol Discovery", "microsoft"),
            scanner("Microsoft Exchange/", "microsoft"),
            scanner("Office 365 Connectors", "microsoft")));

    private static Map.Entry<String, Optional<Judgement>> scanner(String name, String agent) {
        return Map.entry(
                name, Optional.of(new Judgement(Verdict.SCANNER, Reason.NAMED_SCANNER, Confidence.HIGH, agent)));
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
        return "Programs that name themselves as a security product (Barracuda, Proofpoint, Mimecast, Cisco, Trend"
                + " Micro, Symantec, Sophos, Forcepoint and others) or as Microsoft's link checkers are scanners.";
    }
}

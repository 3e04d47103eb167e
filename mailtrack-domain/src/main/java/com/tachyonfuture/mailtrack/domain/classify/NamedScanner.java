package com.tachyonfuture.mailtrack.domain.classify;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Security gateways that say who they are. Names of virus scanners that also sell browsers are not among them: people
 * read with those.
 */
final class NamedScanner extends NamedPrograms {

    NamedScanner() {
        super(
                Verdict.SCANNER,
                Reason.NAMED_SCANNER,
                Map.ofEntries(
                        entry("Barracuda", "barracuda"),
                        entry("BarracudaCentral", "barracuda"),
                        entry("Proofpoint", "proofpoint"),
                        entry("Mimecast", "mimecast"),
                        entry("CiscoSecureEmail", "cisco"),
                        entry("IronPort", "cisco"),
                        entry("TMES", "trendmicro"),
                        entry("Trend Micro", "trendmicro"),
                        entry("TrendMicro", "trendmicro"),
                        entry("Symantec", "symantec"),
                        entry("MessageLabs", "symantec"),
                        entry("Sophos", "sophos"),
                        entry("Forcepoint", "forcepoint"),
                        entry("Websense", "forcepoint"),
                        entry("FireEye", "fireeye"),
                        entry("FortiGuard", "fortinet"),
                        entry("FortiMail", "fortinet"),
                        entry("SpamExperts", "spamexperts"),
                        entry("SCMGUARD", "scmguard"),
                        entry("Kaspersky Lab", "kaspersky"),
                        entry("Palo Alto Networks", "paloalto"),
                        entry("virustotalcloud", "virustotal"),
                        entry("Google-Safety", "google"),
                        entry("CloudflareRadarURLScanner", "cloudflare"),
                        entry("Microsoft Office Existence Discovery", "microsoft"),
                        entry("Microsoft Office Protocol Discovery", "microsoft"),
                        entry("Microsoft Exchange/", "microsoft"),
                        entry("Office 365 Connectors", "microsoft")));
    }

    @Override
    public String inWords() {
        return "Programs that name themselves as a security product (Barracuda, Proofpoint, Mimecast, Cisco, Trend"
                + " Micro, Symantec, Sophos, Forcepoint and others) or as Microsoft's link checkers are scanners.";
    }
}

package com.tachyonfuture.mailtrack.app.settings;

import com.tachyonfuture.mailtrack.domain.address.Cidr;

/// Networks as the owner may write them.
final class Networks {

    private Networks() {}

    /// An address with its prefix, as [Cidr] prints it; the whole address where the text has no prefix.
    static String normalized(String text) {
        try {
            return Cidr.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw new BadValue(
                    "it holds something that is neither an IP address nor one with a prefix of 0 to 32 (IPv4) "
                            + "or 128 (IPv6) bits");
        }
    }
}

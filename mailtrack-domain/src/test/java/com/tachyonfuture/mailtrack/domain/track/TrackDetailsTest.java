package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TrackDetailsTest {

    @Test
    void everythingMayBeMissing() {
        assertThat(new TrackDetails(null, null, null, null).violations()).isEmpty();
    }

    @Test
    void recipientSubjectAndGroupCountCodePoints() {
        var fits = new TrackDetails("😀".repeat(255), "😀".repeat(500), null, "😀".repeat(36));
        var doesNot = new TrackDetails("😀".repeat(256), "😀".repeat(501), null, "😀".repeat(37));

        assertThat(fits.violations()).isEmpty();
        assertThat(doesNot.violations())
                .extracting(Violation::field)
                .containsExactly("recipient", "subject", "message_group_id");
    }

    @Test
    void notesCountBytes() {
        var fits = new TrackDetails(null, null, "ä".repeat(32_767) + "a", null);
        var doesNot = new TrackDetails(null, null, "ä".repeat(32_768), null);

        assertThat(fits.violations()).isEmpty();
        assertThat(doesNot.violations())
                .containsExactly(new Violation("notes", "has 65536 bytes in UTF-8; at most 65535 are allowed"));
    }

    @Test
    void halfASurrogatePairIsRefusedInEveryField() {
        var broken = new TrackDetails("\ud83d", "a\udE00", "\ud83dx", "\ud83d");

        assertThat(broken.violations())
                .extracting(Violation::field)
                .containsExactly("recipient", "subject", "notes", "message_group_id");
    }
}

package com.tachyonfuture.mailtrack.application.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.application.contract.PasswordHashesContract;
import org.junit.jupiter.api.Test;

final class PlainPasswordHashesTest implements PasswordHashesContract {

    private final PlainPasswordHashes hashes = new PlainPasswordHashes();

    @Override
    public PasswordHashes hashes() {
        return hashes;
    }

    @Test
    void checksAreCounted() {
        var hash = hashes.hash("correct horse");
        assertThat(hashes.checks()).isZero();

        hashes.matches("correct horse", hash);
        hashes.matches("wrong", hash);

        assertThat(hashes.checks()).isEqualTo(2);
    }
}

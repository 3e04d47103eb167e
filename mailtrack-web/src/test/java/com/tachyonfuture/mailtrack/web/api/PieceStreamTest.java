package com.tachyonfuture.mailtrack.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PieceStreamTest {

    private final PieceStream stream =
            new PieceStream(Stream.generate(this::piece).iterator());
    private int made;
    private int last = Integer.MAX_VALUE;

    private byte[] piece() {
        made++;
        if (made == last) {
            stream.close();
        }
        return new byte[10];
    }

    @Test
    void nothingIsMadeForAClientThatHasGone() throws IOException {
        assertThat(stream.readNBytes(20)).hasSize(20);
        int before = made;

        stream.close();

        assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
        assertThat(made).isEqualTo(before);
    }

    @Test
    void aClientThatGoesWhileItIsWrittenForEndsThat() throws IOException {
        last = 3;

        assertThat(stream.read(new byte[100])).isEqualTo(30);
        assertThat(made).isEqualTo(3);
    }
}

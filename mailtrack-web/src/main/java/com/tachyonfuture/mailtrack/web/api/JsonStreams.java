package com.tachyonfuture.mailtrack.web.api;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Function;

/// Writes lists of any length as JSON, a thing at a time, when the connection takes more. A framework that writes a
/// body at once needs as much direct memory as the body is long, and that is what pixels are served from too.
@Singleton
public final class JsonStreams {

    private final JsonMapper json;

    JsonStreams(JsonMapper json) {
        this.json = json;
    }

    /// An array of the things.
    ///
    /// @param shape what a thing looks like in the API
    public <T> InputStream array(Iterator<T> things, Function<T, Object> shape) {
        return new ArrayStream<>("[".getBytes(StandardCharsets.UTF_8), things, shape, "]");
    }

    /// An object with the fields of another, and one more at their end: an array of the things.
    public <T> InputStream object(Object fields, String name, Iterator<T> things, Function<T, Object> shape) {
        byte[] object = write(fields);
        byte[] start = (",\"" + name + "\":[").getBytes(StandardCharsets.UTF_8);
        int open = object.length - 1;
        byte[] both = Arrays.copyOf(object, open + start.length);
        System.arraycopy(start, 0, both, open, start.length);
        return new ArrayStream<>(both, things, shape, "]}");
    }

    private byte[] write(Object thing) {
        try {
            return json.writeValueAsBytes(thing);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private final class ArrayStream<T> extends InputStream {

        private final Iterator<T> things;
        private final Function<T, Object> shape;
        private final byte[] end;
        private byte[] piece;
        private int at;
        private boolean begun;
        private boolean ended;

        ArrayStream(byte[] start, Iterator<T> things, Function<T, Object> shape, String end) {
            this.piece = start;
            this.things = things;
            this.shape = shape;
            this.end = end.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /// Too late for another status: the framework ends the connection, but for this kind of exception only.
        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return copy(target, offset, length);
            } catch (RuntimeException fault) {
                throw new IOException("an answer that was begun can't be ended", fault);
            }
        }

        private int copy(byte[] target, int offset, int length) {
            int copied = 0;
            while (copied < length && hasMore()) {
                int count = Math.min(length - copied, piece.length - at);
                System.arraycopy(piece, at, target, offset + copied, count);
                at += count;
                copied += count;
            }
            return copied == 0 && length > 0 ? -1 : copied;
        }

        private boolean hasMore() {
            if (at == piece.length && !ended) {
                ended = !things.hasNext();
                piece = ended ? end : thing();
                at = 0;
            }
            return at < piece.length;
        }

        private byte[] thing() {
            byte[] thing = write(shape.apply(things.next()));
            if (!begun) {
                begun = true;
                return thing;
            }
            var separated = new byte[thing.length + 1];
            separated[0] = ',';
            System.arraycopy(thing, 0, separated, 1, thing.length);
            return separated;
        }
    }
}

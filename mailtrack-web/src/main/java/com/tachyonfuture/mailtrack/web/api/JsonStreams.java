package com.tachyonfuture.mailtrack.web.api;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
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
        return new PieceStream(new ArrayPieces<>("[".getBytes(StandardCharsets.UTF_8), things, shape, "]"));
    }

    /// An object with the fields of another, and one more at their end: an array of the things.
    public <T> InputStream object(Object fields, String name, Iterator<T> things, Function<T, Object> shape) {
        byte[] object = write(fields);
        byte[] start = (",\"" + name + "\":[").getBytes(StandardCharsets.UTF_8);
        int open = object.length - 1;
        byte[] both = Arrays.copyOf(object, open + start.length);
        System.arraycopy(start, 0, both, open, start.length);
        return new PieceStream(new ArrayPieces<>(both, things, shape, "]}"));
    }

    private byte[] write(Object thing) {
        try {
            return json.writeValueAsBytes(thing);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private final class ArrayPieces<T> implements Iterator<byte[]> {

        private final byte[] start;
        private final Iterator<T> things;
        private final Function<T, Object> shape;
        private final byte[] end;
        private boolean begun;
        private boolean first = true;
        private boolean ended;

        ArrayPieces(byte[] start, Iterator<T> things, Function<T, Object> shape, String end) {
            this.start = start;
            this.things = things;
            this.shape = shape;
            this.end = end.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public byte[] next() {
            if (ended) {
                throw new NoSuchElementException();
            }
            if (!begun) {
                begun = true;
                return start;
            }
            ended = !things.hasNext();
            return ended ? end : thing();
        }

        private byte[] thing() {
            byte[] thing = write(shape.apply(things.next()));
            if (first) {
                first = false;
                return thing;
            }
            var separated = new byte[thing.length + 1];
            separated[0] = ',';
            System.arraycopy(thing, 0, separated, 1, thing.length);
            return separated;
        }
    }
}

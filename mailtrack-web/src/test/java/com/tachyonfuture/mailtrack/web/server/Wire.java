package com.tachyonfuture.mailtrack.web.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection on which any bytes can be sent, and answers be read one by one. What it waits for comes within ten
/// seconds, or the test fails.
public final class Wire implements AutoCloseable {

    /// What came back.
    ///
    /// @param headers by their names in lower case
    /// @param body each byte as one character
    public record Answer(int status, Map<String, String> headers, String body) {

        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        public String text() {
            return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    private final Socket socket;
    private final InputStream in;

    Wire(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a text, each character as one byte.
    public Wire send(String latin1) {
        return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the answer to a request that was not `HEAD`.
    public Answer read() {
        return read(true);
    }

    /// Reads the answer to a request that was `HEAD`.
    public Answer readHead() {
        return read(false);
    }

    /// Reads so many bytes, whatever they are.
    public byte[] readBytes(int count) {
        try {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer read(boolean withBody) {
        try {
            int status = Integer.parseInt(line().split(" ", 3)[1]);
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                String[] header = line.split(":", 2);
                headers.merge(header[0].toLowerCase(Locale.ROOT), header[1].strip(), (a, b) -> a + ", " + b);
            }
            boolean empty = !withBody || status < 200;
            return new Answer(status, headers, empty ? "" : new String(body(headers), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        var body = new ByteArrayOutputStream();
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
        }
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended after '" + line + "'");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /// Whether the server closes the connection without another byte.
    public boolean ends() {
        try {
            return in.read() < 0;
        } catch (IOException reset) {
            throw new UncheckedIOException("not closed in order", reset);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

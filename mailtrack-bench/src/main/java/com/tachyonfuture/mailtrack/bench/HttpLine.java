package com.tachyonfuture.mailtrack.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/// One connection that asks and waits for the answer, again and again. It does next to nothing itself, so that
/// times taken around it are the server's.
final class HttpLine implements AutoCloseable {

    private static final int PATIENCE = 20_000;
    private static final long IN_CHUNKS = -1;

    private final Socket socket;
    private final InputStream in;

    private HttpLine(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static HttpLine to(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            return new HttpLine(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// The status that one request on a connection of its own gets; 0 when nobody answers.
    static int status(int port, String path) {
        try (HttpLine line = to(port)) {
            return line.get(path);
        } catch (IOException _) {
            return 0;
        }
    }

    int get(String path) throws IOException {
        return ask(request(path, ""));
    }

    /// A request as bytes.
    ///
    /// @param headers further ones, each with its line end
    static byte[] request(String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: mailtrack-bench\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The status of the answer, which is read whole.
    int ask(byte[] request) throws IOException {
        return exchange(request, _ -> {});
    }

    /// The same, for whoever wants to know what the answer's headers say.
    ///
    /// @param headers is told each of them, as it came
    int exchange(byte[] request, Consumer<String> headers) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        long length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                length = IN_CHUNKS;
            }
            headers.accept(header);
        }
        skip(length);
        return Integer.parseInt(status.split(" ", -1)[1]);
    }

    private void skip(long length) throws IOException {
        if (length != IN_CHUNKS) {
            in.skipNBytes(length);
            return;
        }
        for (int chunk = chunkSize(); chunk > 0; chunk = chunkSize()) {
            in.skipNBytes(chunk);
            line();
        }
        line();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", -1)[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

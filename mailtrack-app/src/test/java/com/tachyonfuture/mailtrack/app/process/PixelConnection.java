package com.tachyonfuture.mailtrack.app.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A connection over which one pixel after the other is fetched. It is plain, so that what an answer lacks shows.
final class PixelConnection implements AutoCloseable {

    /// An answer that is not the image.
    static final class WrongAnswer extends IOException {

        private static final long serialVersionUID = 1;

        WrongAnswer(String answer) {
            super(answer);
        }
    }

    private static final byte[] GIF = HexFormat.of()
            .parseHex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b");

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");
    private static final int LONGEST_HEAD = 10_000;
    private static final int CONNECTED_WITHIN = 5_000;
    private static final int ANSWERED_WITHIN = 30_000;

    private final Socket socket;
    private final InputStream in;

    private PixelConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static PixelConnection to(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECTED_WITHIN);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWERED_WITHIN);
            return new PixelConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Returns when the whole image is there.
    ///
    /// @throws WrongAnswer when something else is
    void fetch(String track, String userAgent, String referer) throws IOException {
        String request = "GET /p/" + track + ".gif HTTP/1.1\r\nHost: mailtrack\r\nUser-Agent: " + userAgent
                + (referer.isEmpty() ? "" : "\r\nReferer: " + referer) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        String head = head();
        Matcher length = LENGTH.matcher(head);
        boolean image = head.startsWith("HTTP/1.1 200 ")
                && length.find()
                && length.group(1).equals("" + GIF.length);
        if (!image || !HexFormat.of().formatHex(body()).equals(HexFormat.of().formatHex(GIF))) {
            throw new WrongAnswer(head);
        }
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            head.append((char) next);
            if (head.length() > LONGEST_HEAD) {
                throw new WrongAnswer(head.toString());
            }
        }
        return head.toString();
    }

    private byte[] body() throws IOException {
        byte[] body = in.readNBytes(GIF.length);
        if (body.length < GIF.length) {
            throw new EOFException("the connection ended after " + new String(body, ISO_8859_1));
        }
        return body;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package com.tachyonfuture.mailtrack.web.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A page that listens, on a connection of its own. What it waits for comes within twenty seconds, or the test fails.
public final class EventStream implements AutoCloseable {

    /// What came.
    ///
    /// @param fields by their names, as in `event`, `id` and `data`; none when the stream ended in order
    public record Message(Map<String, String> fields) {

        private static final Message END = new Message(Map.of());
        private static final Message CUT = new Message(Map.of("event", "cut"));

        public String field(String name) {
            return fields.getOrDefault(name, "");
        }

        public boolean isEnd() {
            return equals(END);
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    public EventStream(HttpRequest.Builder request) {
        try {
            response = client.send(request.header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var fields = new HashMap<String, String>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    String[] field = line.split(": ", 2);
                    fields.put(field[0], field[1]);
                } else if (!fields.isEmpty()) {
                    messages.add(new Message(Map.copyOf(fields)));
                    fields.clear();
                }
            }
            messages.add(Message.END);
        } catch (IOException e) {
            messages.add(Message.CUT);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    /// The next message, or the end.
    public Message next() {
        try {
            return Objects.requireNonNull(messages.poll(20, TimeUnit.SECONDS), "nothing came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

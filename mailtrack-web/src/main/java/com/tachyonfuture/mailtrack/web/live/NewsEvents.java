package com.tachyonfuture.mailtrack.web.live;

import com.tachyonfuture.mailtrack.application.live.News;
import com.tachyonfuture.mailtrack.application.live.WatchOpens.Greeting;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/// Writes what pages are told as server-sent events, once for all of them. The id of each is the mark to go on from.
@Singleton
final class NewsEvents {

    /// Something has to go over a connection now and then, or whoever is in between closes it. It is no comment, since
    /// a page that hears nothing any more is to notice that.
    static final Event<String> BEAT = Event.of("{}").name("beat");

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final JsonMapper json;

    NewsEvents(JsonMapper json) {
        this.json = json;
    }

    Event<String> hello(Greeting greeting) {
        return event("hello", greeting.missed(), greeting.known()).retry(COME_BACK_AFTER);
    }

    Event<String> news(News news) {
        return event("opens", news, Set.of());
    }

    private Event<String> event(String name, News news, Collection<Long> known) {
        try {
            String text = json.writeValueAsString(NewsJson.of(news, known));
            return Event.of(text).name(name).id(String.valueOf(news.mark()));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}

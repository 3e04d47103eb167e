package com.tachyonfuture.mailtrack.web.live;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.problem.Problems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// New opens for a page that is open, as server-sent events, for as long as it listens.
///
/// A page that comes back says after which mark, by the header that browsers send on their own or by a parameter: it
/// may go on at another instance, or after its own connection was given up.
@Controller(LiveAddress.PATH)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class EventsController {

    private static final String FULL = "too_many_listeners";
    private static final String FULL_IN_WORDS = "As many pages listen for new opens as there is room for.";
    private static final String SECONDS = "30";
    private static final String AFTER = "after";

    /// Below any id that JavaScript could not tell from the next one.
    private static final Pattern MARK = Pattern.compile("\\d{1,15}");

    private final NewsLoop news;
    private final Problems problems;

    EventsController(NewsLoop news, Problems problems) {
        this.news = news;
        this.problems = problems;
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> listen(HttpRequest<?> request) {
        Optional<Listener> listener = news.join(mark(request));
        return listener.isPresent()
                ? stream(listener.get())
                : problems.full(request, FULL, FULL_IN_WORDS).header("Retry-After", SECONDS);
    }

    private static OptionalLong mark(HttpRequest<?> request) {
        OptionalLong last = number(request.getHeaders().get("Last-Event-ID"));
        String after = new Parameters(request).text(AFTER);
        if (last.isPresent() || after == null) {
            return last;
        }
        OptionalLong asked = number(after);
        if (asked.isEmpty()) {
            throw new RefusedRequest(Refusal.invalid(AFTER, "must be the id of an event"));
        }
        return asked;
    }

    private static OptionalLong number(@Nullable String text) {
        return text != null && MARK.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /// Neither this server nor one in front of it may hold back what is written, be it to compress it: the encoding is
    /// named, so that nobody looks for a better one.
    private static HttpResponse<Publisher<Event<String>>> stream(Listener listener) {
        return HttpResponse.<Publisher<Event<String>>>ok(listener)
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header("Cache-Control", "no-store, no-transform")
                .header("Content-Encoding", "identity")
                .header("X-Accel-Buffering", "no");
    }
}

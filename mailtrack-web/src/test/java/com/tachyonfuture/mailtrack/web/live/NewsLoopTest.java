package com.tachyonfuture.mailtrack.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.live.ScriptedArrivals;
import com.tachyonfuture.mailtrack.application.live.WatchOpens;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

final class NewsLoopTest {

    private final ScriptedArrivals arrivals = new ScriptedArrivals();
    private final Audience audience = new Audience(2);
    private final NewsLoop loop =
            new NewsLoop(new WatchOpens(arrivals, () -> 0), audience, new NewsEvents(JsonMapper.createDefault()));

    /// Takes as much as it asked for.
    private static final class Page implements Subscriber<Event<String>> {

        private final List<String> heard = new ArrayList<>();
        private Subscription subscription;
        private boolean ended;

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        private Page take(long count) {
            subscription.request(count);
            return this;
        }

        @Override
        public void onNext(Event<String> event) {
            heard.add(event.getName());
        }

        @Override
        public void onError(Throwable fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void onComplete() {
            ended = true;
        }
    }

    private Page join() {
        var page = new Page();
        loop.join(OptionalLong.empty()).orElseThrow().subscribe(page);
        return page;
    }

    @Test
    void nobodyAsksTheStorageWhileNobodyListens() {
        loop.start();

        assertThat(arrivals.asked()).isZero();
        loop.stop();
        audience.close();
    }

    @Test
    void aLookTellsAllWhoListen() {
        Page one = join().take(9);
        Page other = join().take(9);
        arrivals.appear(1, 2);

        assertThat(loop.look()).isEqualTo(NewsLoop.BETWEEN_LOOKS);

        assertThat(one.heard).containsExactly("hello", "opens");
        assertThat(other.heard).isEqualTo(one.heard);
    }

    @Test
    void aLookThatFindsNothingTellsNothing() {
        Page page = join().take(9);

        loop.look();

        assertThat(page.heard).containsExactly("hello");
    }

    @Test
    void aStorageThatIsDownOnlyDelays() {
        Page page = join().take(9);
        arrivals.appear(1);
        arrivals.goDown();

        assertThat(loop.look()).isEqualTo(NewsLoop.AFTER_FAULT);
        arrivals.comeBack();
        assertThat(loop.look()).isEqualTo(NewsLoop.BETWEEN_LOOKS);

        assertThat(page.heard).containsExactly("hello", "opens");
    }

    @Test
    void whatIsToldWaitsUntilItIsTaken() {
        Page page = join();
        audience.tell(NewsEvents.BEAT);
        assertThat(page.heard).isEmpty();

        page.take(1);
        assertThat(page.heard).containsExactly("hello");

        page.take(1);
        assertThat(page.heard).containsExactly("hello", "beat");
    }

    @Test
    void whoTakesNothingIsLetGoAndLeavesItsPlace() {
        Page page = join();
        for (int i = 0; i < Listener.MOST_WAITING; i++) {
            audience.tell(NewsEvents.BEAT);
        }

        assertThat(audience.size()).isZero();
        assertThat(page.ended).isFalse();

        page.take(Long.MAX_VALUE);

        assertThat(page.heard).hasSize(Listener.MOST_WAITING);
        assertThat(page.ended).isTrue();
    }

    @Test
    void whoHasGoneHearsNothingMore() {
        Page page = join().take(9);
        page.subscription.cancel();
        audience.tell(NewsEvents.BEAT);

        assertThat(page.heard).containsExactly("hello");
        assertThat(page.ended).isFalse();
        assertThat(audience.size()).isZero();
    }

    @Test
    void afterTheStopNobodyIsLetIn() {
        Page page = join().take(9);
        audience.close();

        assertThat(page.ended).isTrue();
        assertThat(loop.join(OptionalLong.empty())).isEmpty();
    }
}

package com.tachyonfuture.mailtrack.web.live;

import io.micronaut.http.sse.Event;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// One page that listens: what it is told waits until its connection takes it, without a thread. Little may wait: who
/// does not keep up is let go, comes back, and hears then what was missed.
///
/// For one subscriber, and many threads that tell.
final class Listener implements Publisher<Event<String>>, Subscription {

    static final int MOST_WAITING = 16;

    private final Consumer<Listener> onLeave;
    private final Queue<Event<String>> waiting = new ArrayDeque<>();
    private @Nullable Subscriber<? super Event<String>> subscriber;
    private long wanted;
    private int beats;
    private boolean handingOver;
    private boolean ending;
    private boolean left;

    /// @param onLeave is told once, when this one is told nothing more
    Listener(Consumer<Listener> onLeave) {
        this.onLeave = onLeave;
    }

    /// Never waits.
    void tell(Event<String> event) {
        boolean tooSlow;
        synchronized (this) {
            tooSlow = waiting.size() == MOST_WAITING;
            if (!ending && !tooSlow) {
                waiting.add(event);
            }
        }
        if (tooSlow) {
            end();
        } else {
            handOver();
        }
    }

    /// Tells that nothing has happened; ends after so many times.
    void beat(Event<String> event, int most) {
        tell(event);
        if (++beats >= most) {
            end();
        }
    }

    /// Tells what waits, and then that it was the last.
    void end() {
        boolean first;
        synchronized (this) {
            first = !ending;
            ending = true;
        }
        if (first) {
            onLeave.accept(this);
            handOver();
        }
    }

    @Override
    public void subscribe(Subscriber<? super Event<String>> first) {
        synchronized (this) {
            if (subscriber != null) {
                throw new IllegalStateException("a listener has one subscriber");
            }
            subscriber = first;
        }
        first.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        synchronized (this) {
            wanted = more > Long.MAX_VALUE - wanted ? Long.MAX_VALUE : wanted + more;
        }
        handOver();
    }

    /// The connection is closed.
    @Override
    public void cancel() {
        synchronized (this) {
            left = true;
            waiting.clear();
        }
        end();
    }

    /// By one thread at a time, in order; others leave theirs to it.
    private void handOver() {
        Subscriber<? super Event<String>> receiver = begin();
        while (receiver != null) {
            Event<String> next = next();
            if (next == null) {
                if (isOver()) {
                    receiver.onComplete();
                }
                return;
            }
            receiver.onNext(next);
        }
    }

    private synchronized @Nullable Subscriber<? super Event<String>> begin() {
        if (handingOver) {
            return null;
        }
        handingOver = subscriber != null;
        return subscriber;
    }

    private synchronized @Nullable Event<String> next() {
        if (wanted > 0 && !waiting.isEmpty()) {
            wanted--;
            return waiting.remove();
        }
        handingOver = false;
        return null;
    }

    private synchronized boolean isOver() {
        boolean over = ending && waiting.isEmpty() && !left;
        left |= over;
        return over;
    }
}

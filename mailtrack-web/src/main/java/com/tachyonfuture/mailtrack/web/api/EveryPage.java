package com.tachyonfuture.mailtrack.web.api;

import com.tachyonfuture.mailtrack.application.Page;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// All things that there are, page after page, a page at a time: any number of them takes no more memory than one page.
/// The first page is found at once, so that what is wrong with the request is known before anything is answered.
///
/// @param <T> what the pages consist of
public final class EveryPage<T> implements Iterator<T> {

    private static final int USUAL = 100;
    private static final int SMALL = 5;

    /// How much a page may weigh, in characters, before the next one is a small one.
    private static final long HEAVY = 512 * 1024L;

    private final LargePage.Source<T> source;
    private final ToLongFunction<T> weight;
    private final Queue<T> ready = new ArrayDeque<>();
    private int size = USUAL;
    private @Nullable String next;

    private EveryPage(LargePage.Source<T> source, ToLongFunction<T> weight) {
        this.source = source;
        this.weight = weight;
        read(null);
    }

    /// Goes through all of them.
    ///
    /// @param weight of a thing, in characters
    public static <T> Iterator<T> of(LargePage.Source<T> source, ToLongFunction<T> weight) {
        return new EveryPage<>(source, weight);
    }

    private void read(@Nullable String cursor) {
        Page<T> page = source.page(size, cursor);
        long heavy = page.items().stream().mapToLong(weight).sum();
        size = heavy > HEAVY ? SMALL : USUAL;
        ready.addAll(page.items());
        next = page.next();
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && next != null) {
            read(next);
        }
        return !ready.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}

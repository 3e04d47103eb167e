package com.tachyonfuture.mailtrack.web.api;

import com.tachyonfuture.mailtrack.application.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A page whose things may be too large to be held all at once.
///
/// It is found piece by piece before anything is answered, so that what is wrong with the request is known in time, and
/// where the next page starts too. What weighs little is kept, which is all of almost every page. Of the rest only the
/// ids are kept; it is found again, in small pieces, while the answer is written. What was deleted in between is left
/// out then, and nothing comes twice.
///
/// @param <T> what the page consists of
public final class LargePage<T> {

    /// How much is kept, in characters.
    private static final long ROOM = 1024 * 1024;

    /// What a thing weighs besides its texts, in characters.
    private static final long REST = 200;

    private static final int PIECE = 50;
    private static final int HEAVY_PIECE = 5;

    /// Finds some of the things, in order.
    @FunctionalInterface
    public interface Source<T> {

        Page<T> page(int limit, @Nullable String cursor);
    }

    /// Where to find a part of the page.
    ///
    /// @param ids what belongs to it
    /// @param kept the part itself; null when it has to be found again
    private record Piece<T>(
            @Nullable String cursor,
            Set<Object> ids,
            @Nullable List<T> kept) {}

    private final Source<T> source;
    private final Function<T, Object> id;
    private final List<Piece<T>> pieces;
    private final @Nullable String next;

    private LargePage(Source<T> source, Function<T, Object> id, List<Piece<T>> pieces, @Nullable String next) {
        this.source = source;
        this.id = id;
        this.pieces = List.copyOf(pieces);
        this.next = next;
    }

    /// Finds a page. A piece that brings less than it might, though there is more, took long to find: it is the last.
    ///
    /// @param weight of a thing, in characters
    /// @throws RefusedRequest when no page has that size
    public static <T> LargePage<T> find(
            Source<T> source, Function<T, Object> id, ToLongFunction<T> weight, int limit, @Nullable String cursor) {
        if (!Page.allows(limit)) {
            throw new RefusedRequest(Page.refuseLimit());
        }
        var pieces = new ArrayList<Piece<T>>();
        String next = cursor;
        int size = PIECE;
        int left = limit;
        long room = ROOM;
        boolean more = true;
        while (more) {
            int asked = Math.min(size, left);
            Page<T> page = source.page(asked, next);
            long heavy = page.items().stream().mapToLong(weight).sum();
            if (heavy > room && size == PIECE) {
                size = HEAVY_PIECE;
                continue;
            }
            boolean keep = heavy <= room;
            room -= keep ? heavy : 0;
            pieces.add(new Piece<>(next, ids(page, id), keep ? page.items() : null));
            left -= page.items().size();
            next = page.next();
            more = next != null && left > 0 && page.items().size() == asked;
        }
        return new LargePage<>(source, id, pieces, next);
    }

    /// What a thing with these texts weighs.
    public static long weight(@Nullable String... texts) {
        return REST
                + Arrays.stream(texts)
                        .mapToLong(text -> text == null ? 0 : text.length())
                        .sum();
    }

    private static <T> Set<Object> ids(Page<T> page, Function<T, Object> id) {
        return page.items().stream().map(id).collect(Collectors.toUnmodifiableSet());
    }

    /// The cursor of the page after this one; null when this is the last.
    public @Nullable String next() {
        return next;
    }

    /// Goes once through all that belongs to the page, and may have to wait for it.
    public Iterator<T> items() {
        return new Items();
    }

    private final class Items implements Iterator<T> {

        private final Queue<Piece<T>> toRead = new ArrayDeque<>(pieces);
        private final Queue<T> ready = new ArrayDeque<>();

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !toRead.isEmpty()) {
                ready.addAll(read(toRead.remove()));
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

        private List<T> read(Piece<T> piece) {
            if (piece.kept() != null) {
                return piece.kept();
            }
            return source.page(piece.ids().size(), piece.cursor()).items().stream()
                    .filter(item -> piece.ids().contains(id.apply(item)))
                    .toList();
        }
    }
}

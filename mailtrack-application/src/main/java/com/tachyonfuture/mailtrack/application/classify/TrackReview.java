package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.classify.CountedViews;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Judges the opens of one track again, in the order in which they were recorded: so the same rules mark the same
 * repeats as they did then. For one thread.
 *
 * <p>A track may have any number of opens, so they come in pages. What later pages need of earlier ones is who was
 * seen lately, which is kept for so many viewers that it stays small. A page changes nothing of that until it is
 * {@linkplain #keep kept}, so that it can be judged again when storing it fails.
 */
public final class TrackReview {

    private static final int VIEWERS = 50_000;

    /** A view that counts. */
    private record View(long viewer, Instant at) {}

    /** Opens that follow one another. */
    public static final class Page {

        private final List<JudgedAgain> opens = new ArrayList<>();
        private final List<View> counted = new ArrayList<>();
        private final Difference.Sum sum = new Difference.Sum();

        private Page() {}

        public List<JudgedAgain> opens() {
            return opens;
        }

        public Difference difference() {
            return sum.difference();
        }

        private void add(JudgedAgain open) {
            opens.add(open);
            sum.add(open);
            open.viewerNow().ifPresent(viewer -> counted.add(view(viewer, open.open())));
        }
    }

    private final Duration window;
    private final CountedViews earlier;

    /**
     * @param window how long after an open another one of the same viewer is a repeat; zero: never
     */
    public TrackReview(Duration window) {
        this.window = window;
        this.earlier = new CountedViews(window, VIEWERS);
    }

    /** Takes opens for judged that came before the first page, in the order of their recording. */
    public void begin(List<Open> judged) {
        judged.stream()
                .filter(open -> !open.repeat())
                .forEach(open -> Viewers.of(open)
                        .ifPresent(
                                viewer -> earlier.add(viewer, view(viewer, open).at())));
    }

    private static View view(long viewer, Open open) {
        return new View(viewer, Objects.requireNonNull(open.openedAt()));
    }

    /** Judges the next opens. */
    public Page page(List<Open> opens, Origin origin, Reviewer reviewer) {
        var page = new Page();
        var lately = new CountedViews(window);
        for (Open open : opens) {
            page.add(reviewer.review(open, origin)
                    .map(reviewed -> again(open, reviewed, lately))
                    .orElseGet(() -> asItIs(open, lately)));
        }
        return page;
    }

    private JudgedAgain again(Open open, Reviewed reviewed, CountedViews lately) {
        Instant at = open.openedAt();
        long viewer = reviewed.judged().viewer();
        boolean repeat = at != null && (earlier.isNearAny(viewer, at) || lately.isRepeat(viewer, at));
        return new JudgedAgain(open, reviewed, repeat);
    }

    private static JudgedAgain asItIs(Open open, CountedViews lately) {
        OptionalLong viewer = open.repeat() ? OptionalLong.empty() : Viewers.of(open);
        viewer.ifPresent(key -> lately.add(key, view(key, open).at()));
        return new JudgedAgain(open, null, open.repeat());
    }

    /** A page was stored: the next one follows it. */
    public void keep(Page page) {
        page.counted.forEach(view -> earlier.add(view.viewer(), view.at()));
    }
}

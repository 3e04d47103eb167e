package com.tachyonfuture.mailtrack.outbound.place;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What operators were told.
final class NotesTaken {

    private final List<String> news = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    Notes notes() {
        return new Notes(news::add, warnings::add);
    }

    List<String> news() {
        return news;
    }

    List<String> warnings() {
        return warnings;
    }
}

package com.tachyonfuture.mailtrack.outbound.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps what was asked for lately, up to a number of it.
///
/// What was asked for again is kept apart from what was asked for once, so no flood of things that nobody asks for
/// twice pushes it out. For many threads.
final class TwoStepCache<V> {

    private final Map<String, V> once;
    private final Map<String, V> again;

    /// @param size of each of both
    TwoStepCache(int size) {
        once = new Newest<>(size);
        again = new Newest<>(size);
    }

    synchronized @Nullable V get(String key) {
        V value = again.get(key);
        if (value == null) {
            value = once.remove(key);
            if (value != null) {
                again.put(key, value);
            }
        }
        return value;
    }

    synchronized void put(String key, V value) {
        if (!again.containsKey(key)) {
            once.put(key, value);
        }
    }

    synchronized int size() {
        return once.size() + again.size();
    }

    private static final class Newest<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        private final int size;

        Newest(int size) {
            super(16, 0.75f, true);
            this.size = size;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > size;
        }
    }
}

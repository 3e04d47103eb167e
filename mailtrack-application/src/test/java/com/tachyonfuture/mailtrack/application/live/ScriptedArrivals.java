package com.tachyonfuture.mailtrack.application.live;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.live.port.Arrivals;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Opens that appear in the order that a test likes. */
public final class ScriptedArrivals implements Arrivals {

    private final TreeMap<Long, Arrival> opens = new TreeMap<>();
    private boolean down;
    private int reads;
    private int mostRows;

    /** Machines' opens. */
    public ScriptedArrivals appear(long... ids) {
        LongStream.of(ids).forEach(id -> appear(id, Verdict.SCANNER));
        return this;
    }

    public ScriptedArrivals appear(long id, Verdict verdict) {
        opens.put(id, new Arrival(id, Samples.id(1), Samples.NOON, verdict, verdict.isRead(), null, null, 1, 0));
        return this;
    }

    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    /** How often it was asked. */
    public int asked() {
        return reads;
    }

    /** How many rows were read at once at most. */
    public int mostRows() {
        return mostRows;
    }

    @Override
    public long latest() {
        check();
        return opens.isEmpty() ? 0 : opens.lastKey();
    }

    @Override
    public List<Arrival> after(long id, int limit) {
        check();
        List<Arrival> found =
                opens.tailMap(id, false).values().stream().limit(limit).toList();
        mostRows = Math.max(mostRows, found.size());
        return found;
    }

    private void check() {
        reads++;
        if (down) {
            throw new StorageUnavailable("down", null);
        }
    }
}

package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Hits that share one write, one force and one receipt: all of them are kept, or none.
final class Group {

    private static final int USUAL_BYTES = 64 * 1024;

    private final CompletableFuture<Receipt> outcome = new CompletableFuture<>();
    private final CompletionStage<Receipt> receipt = outcome.minimalCompletionStage();
    private ByteBuffer records;
    private int hits;

    Group() {
        this(ByteBuffer.allocate(USUAL_BYTES));
    }

    private Group(ByteBuffer room) {
        records = room;
    }

    /// An empty group that takes over the room of this one, which is done with.
    Group successor() {
        return records.capacity() > USUAL_BYTES ? new Group() : new Group(records.clear());
    }

    void add(Hit hit) {
        if (records.remaining() < Seal.LONGEST) {
            records = ByteBuffer.allocate(2 * records.capacity()).put(records.flip());
        }
        ByteBuffer record = records.duplicate();
        int start = Seal.open(record);
        HitCodec.encode(hit, record);
        Seal.close(record, start);
        records.position(record.position());
        hits++;
    }

    /// Completes for each hit of the group at once.
    CompletionStage<Receipt> receipt() {
        return receipt;
    }

    int hits() {
        return hits;
    }

    int bytes() {
        return records.position();
    }

    boolean isEmpty() {
        return hits == 0;
    }

    /// The records, to be read from the first to the last.
    ByteBuffer records() {
        return records.duplicate().flip();
    }

    /// Runs what waits for the receipt, on this thread.
    void complete(Receipt what) {
        outcome.complete(what);
    }
}

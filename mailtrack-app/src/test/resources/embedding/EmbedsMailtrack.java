import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Snippets;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A program of somebody else's that records opens its own way: a spool in memory, a log that prints. */
public final class EmbedsMailtrack {

    public static void main(String[] arguments) {
        var id = new TrackId("0f6c1a52-3b7e-4d19-9a44-000000000001");
        var spool = new QueueSpool();
        var counts = new HitCounts();
        var recordOpen = new RecordOpen(spool, InstantSource.system(), counts);
        var drainHits = new DrainHits(spool, new PrintingLog(), counts, 100);

        System.out.println(Snippets.of("https://mail.example", id).markdown());
        recordOpen.from(new RecordOpen.Request(
                id.value(), IpAddress.parse("2001:DB8::1").orElseThrow(), "Thunderbird", null));
        System.out.println("drained " + drainHits.once());
        System.out.println("java " + Runtime.version().feature());
    }

    private static final class QueueSpool implements HitSpool {

        private final Deque<Hit> hits = new ArrayDeque<>();
        private long start;

        @Override
        public CompletionStage<Receipt> append(Hit hit) {
            hits.add(hit);
            return CompletableFuture.completedStage(Receipt.KEPT);
        }

        @Override
        public Batch next(int limit) {
            return new Batch("queue", start, hits.stream().limit(limit).toList());
        }

        @Override
        public void acknowledge(long position) {
            for (; start < position; start++) {
                hits.remove();
            }
        }

        @Override
        public long depth() {
            return hits.size();
        }

        @Override
        public void close() {}
    }

    private static final class PrintingLog implements OpenLog {

        @Override
        public Written write(Batch batch, Judge judge) {
            batch.hits().forEach(hit -> System.out.println("open from " + hit.address() + " by " + hit.userAgent()));
            return new Written(batch.hits().size(), 0);
        }

        @Override
        public boolean quarantine(Batch one, QuarantineReason reason, RuntimeException failure) {
            return true;
        }

        @Override
        public boolean recordsUsualHits(Judge judge) {
            return true;
        }
    }
}

package com.tachyonfuture.mailtrack.application.health;

import com.tachyonfuture.mailtrack.application.health.port.SpoolProbe;
import com.tachyonfuture.mailtrack.application.health.port.StorageProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether everything that the service needs works. */
public final class CheckHealth {

    /**
     * How the service is.
     *
     * @param problems what does not work, a sentence each; empty when everything does
     */
    public record Health(List<String> problems) {

        public Health {
            problems = List.copyOf(problems);
        }

        public boolean isUp() {
            return problems.isEmpty();
        }
    }

    private final StorageProbe storage;
    private final SpoolProbe spool;

    public CheckHealth(StorageProbe storage, SpoolProbe spool) {
        this.storage = storage;
        this.spool = spool;
    }

    public Health now() {
        return new Health(Stream.of(storage.problem(), spool.problem())
                .flatMap(Optional::stream)
                .toList());
    }
}

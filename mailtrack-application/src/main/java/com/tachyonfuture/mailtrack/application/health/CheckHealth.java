package com.tachyonfuture.mailtrack.application.health;

import com.tachyonfuture.mailtrack.application.health.port.StorageProbe;
import java.util.List;

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

    public CheckHealth(StorageProbe storage) {
        this.storage = storage;
    }

    public Health now() {
        return new Health(storage.problem().stream().toList());
    }
}

package com.tachyonfuture.mailtrack.bench;

/// A reason why nothing could be measured, in a sentence for whoever runs the bench.
final class BenchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchFailure(String message) {
        super(message);
    }

    BenchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

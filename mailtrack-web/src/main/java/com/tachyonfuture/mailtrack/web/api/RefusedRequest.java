package com.tachyonfuture.mailtrack.web.api;

import com.tachyonfuture.mailtrack.application.Refusal;

/// Ends a request with a refusal. It happens to every client now and then, so it carries no stack trace.
public final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedRequest(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}

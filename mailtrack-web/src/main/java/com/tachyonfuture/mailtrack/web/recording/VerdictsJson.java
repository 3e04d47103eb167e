package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import java.util.LinkedHashMap;
import java.util.Map;

/// Numbers of opens by verdict in the API: an object that has each verdict.
public final class VerdictsJson {

    private VerdictsJson() {}

    public static Map<String, Long> of(VerdictCounts counts) {
        var numbers = new LinkedHashMap<String, Long>();
        for (Verdict verdict : Verdict.values()) {
            numbers.put(verdict.code(), counts.of(verdict));
        }
        return numbers;
    }
}

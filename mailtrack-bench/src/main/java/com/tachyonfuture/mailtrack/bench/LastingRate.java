package com.tachyonfuture.mailtrack.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How many pixels can be answered on and on: a load, and the time until all of it is recorded.
///
/// @param recordingSeconds how long recording took when the load was over
/// @param cpu of the program, from the beginning of the load until all is recorded
/// @param databaseCpu the same of the embedded database; 0 where it is not embedded
record LastingRate(
        int connections,
        long answered,
        double loadSeconds,
        double recordingSeconds,
        Duration cpu,
        Duration databaseCpu) {

    double perSecond() {
        return answered / (loadSeconds + recordingSeconds);
    }

    List<Finding> findings() {
        String with = "pixel, " + connections + " connections, until all is recorded: ";
        var findings = new ArrayList<Finding>();
        findings.add(Finding.compared(
                with + "requests per second",
                Text.whole(perSecond()),
                Text.of(
                        "%,d in %.1f s of load, then %.1f s of recording only",
                        answered, loadSeconds, recordingSeconds),
                ""));
        findings.add(
                Finding.told(with + "processor time per request, of the program alone", Text.micros(perRequest(cpu))));
        if (databaseCpu.isPositive()) {
            findings.add(
                    Finding.told(with + "the same of the embedded database", Text.micros(perRequest(databaseCpu))));
        }
        return findings;
    }

    private double perRequest(Duration time) {
        return time.toNanos() / 1e3 / answered;
    }
}

package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells of hits that go to quarantine. Strangers may decide how many there are, so each kind is told in full once.
/// Safe for many threads.
final class QuarantineReport {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineReport.class);
    private static final int MOST_REASONS = 20;

    private final Set<QuarantineReason> told = ConcurrentHashMap.newKeySet();

    void tell(Batch one, QuarantineReason reason, RuntimeException failure) {
        if (told.size() < MOST_REASONS && told.add(reason)) {
            LOG.warn(
                    "The hit at {} of the spool {} is in quarantine: {}. Others for which that is true are not told"
                            + " one by one.",
                    one.start(),
                    one.spool(),
                    reason.sentence(),
                    reason.code() == Code.FAULT ? failure : null);
        }
    }
}

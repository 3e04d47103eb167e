package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;

/**
 * Why a hit is in quarantine.
 *
 * @param sentence the same in words, for the operator; it names no value of the hit
 */
public record QuarantineReason(Code code, String sentence) {

    /** In the characters of Unicode. */
    public static final int LONGEST_SENTENCE = 255;

    /** All the reasons that there are. */
    public enum Code {
        /** The storage will not take its values. */
        REJECTED,
        /** Something of ours fails at this hit. */
        FAULT
    }

    public QuarantineReason {
        if (sentence.codePointCount(0, sentence.length()) > LONGEST_SENTENCE) {
            sentence = sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_SENTENCE));
        }
    }

    /** What was thrown, in words. The message of a fault may hold values, so only its name is told. */
    static QuarantineReason of(RuntimeException thrown) {
        return thrown instanceof BatchRejected
                ? new QuarantineReason(Code.REJECTED, String.valueOf(thrown.getMessage()))
                : new QuarantineReason(
                        Code.FAULT, "recording it fails (" + thrown.getClass().getName() + ")");
    }
}

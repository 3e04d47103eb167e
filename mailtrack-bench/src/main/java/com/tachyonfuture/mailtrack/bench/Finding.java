package com.tachyonfuture.mailtrack.bench;

/// A line of the table: what was measured, beside what it is compared with. Texts are empty where there is
/// nothing to say.
record Finding(String what, String measured, String comparedWith, String ratio, String target, Verdict verdict) {

    /// Whether the target was reached.
    enum Verdict {
        REACHED("yes"),
        MISSED("NO"),
        /// Hits are lost or counted twice: not slow, but wrong.
        BROKEN("BROKEN"),
        NO_TARGET("");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Verdict of(boolean reached) {
            return reached ? REACHED : MISSED;
        }
    }

    /// One that is only told.
    static Finding told(String what, String measured) {
        return new Finding(what, measured, "", "", "", Verdict.NO_TARGET);
    }

    /// One that is only compared.
    static Finding compared(String what, String measured, String comparedWith, String ratio) {
        return new Finding(what, measured, comparedWith, ratio, "", Verdict.NO_TARGET);
    }

    /// One that has to reach something.
    static Finding judged(String what, String measured, String target, boolean reached) {
        return new Finding(what, measured, "", "", target, Verdict.of(reached));
    }
}

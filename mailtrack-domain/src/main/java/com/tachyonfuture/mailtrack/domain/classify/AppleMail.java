package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Apple Mail from an ordinary network: the engine of Safari without the name of any browser. The new Outlook for
 * Windows has been seen with the same name, and other apps on Apple's devices may have it; most of them are mail
 * clients too.
 */
final class AppleMail implements Rule {

    private static final String ENGINE_END = "(KHTML, like Gecko)";
    private static final String BUILD = " Mobile/";

    private static final Reading READING = Reading.of(Reason.APPLE_MAIL, Confidence.MEDIUM);

    /** Exactly as WebKit writes it: a name that differs in anything is somebody else's. */
    static boolean isNamedBy(@Nullable String userAgent) {
        if (userAgent == null || !isOnApple(userAgent)) {
            return false;
        }
        int engine = userAgent.indexOf(" AppleWebKit/");
        int end = userAgent.lastIndexOf(ENGINE_END);
        return engine > 0 && end > engine && isNothingOrBuild(userAgent, end + ENGINE_END.length());
    }

    private static boolean isOnApple(String userAgent) {
        return userAgent.startsWith("Mozilla/5.0 (Macintosh; ")
                || userAgent.startsWith("Mozilla/5.0 (iPhone; ")
                || userAgent.startsWith("Mozilla/5.0 (iPad; ")
                || userAgent.startsWith("Mozilla/5.0 (iPod");
    }

    private static boolean isNothingOrBuild(String userAgent, int start) {
        if (start == userAgent.length()) {
            return true;
        }
        int build = start + BUILD.length();
        return userAgent.startsWith(BUILD, start) && build < userAgent.length() && userAgent.indexOf(' ', build) < 0;
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return isNamedBy(evidence.userAgent()) ? READING.given(evidence) : Optional.empty();
    }

    @Override
    public String inWords() {
        return "The engine of Safari without a browser's name is Apple Mail, or a client built like it, showing the"
                + " mail to somebody.";
    }
}

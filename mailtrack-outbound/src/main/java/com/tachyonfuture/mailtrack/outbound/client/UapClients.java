package com.tachyonfuture.mailtrack.outbound.client;

import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.outbound.client.MailPrograms.MailProgram;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import ua_parser.Parser;

/// [Clients] by the expressions of uap-core, behind a table of mail programs, which they hardly know.
///
/// # What strangers can make it cost
/// Anybody may send any user agent, and a new one each time.
/// - Memory: what was found is kept for a fixed number of texts, each cut to [#LONGEST] first. Those seen again are not
///   pushed out by those seen once, see [TwoStepCache].
/// - Time: the library tries some hundred expressions, one after another, and some of them take time by the square of
///   the length or worse. So it gets no more than [#LONGEST_FOR_LIBRARY], which bounds each call to milliseconds. All
///   calls together may take one part in [#ONE_IN] of the time that goes by; beyond that, what is not known yet is
///   answered from the tables alone, and found when it comes another time. Real readers have far too few user agents to
///   come near.
///
/// The library is loaded when it is first needed.
public final class UapClients implements Clients {

    /// Old Outlooks list so much of what is installed before they come to their name.
    static final int LONGEST = 500;

    static final int LONGEST_FOR_LIBRARY = 300;

    static final int ONE_IN = 5;

    private static final int CACHED = 1_000;

    private static final Duration SAVED_UP = Duration.ofSeconds(5);

    private final TwoStepCache<Client> known;
    private final LongSupplier nanoTime;
    private final Allowance allowance;

    public UapClients() {
        this(CACHED, System::nanoTime);
    }

    UapClients(int cached, LongSupplier nanoTime) {
        known = new TwoStepCache<>(cached);
        this.nanoTime = nanoTime;
        allowance = new Allowance(SAVED_UP, ONE_IN, nanoTime);
    }

    /// Loaded by the first thread that asks for it, while others wait.
    private static final class Library {

        static final Parser PARSER = new Parser();
    }

    @Override
    public Client of(String userAgent) {
        String text = cut(userAgent.strip(), LONGEST);
        Client client = known.get(text);
        return client == null ? find(text) : client;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean half = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, half ? longest - 1 : longest);
    }

    private Client find(String text) {
        Optional<Client> proxy = ImageProxies.in(text);
        if (proxy.isPresent()) {
            return proxy.get();
        }
        Optional<MailProgram> program = MailPrograms.in(text);
        if (!allowance.hasSome()) {
            return described(program, null, null, text);
        }
        long start = nanoTime.getAsLong();
        Client client = ask(program, text);
        allowance.take(nanoTime.getAsLong() - start);
        known.put(text, client);
        return client;
    }

    private static Client ask(Optional<MailProgram> program, String text) {
        try {
            String beginning = cut(text, LONGEST_FOR_LIBRARY);
            String os = Names.ofSystem(Library.PARSER.parseOS(beginning).family, beginning);
            String browser =
                    program.isEmpty() ? Names.ofBrowser(Library.PARSER.parseUserAgent(beginning).family) : null;
            return described(program, browser, os, text);
        } catch (RuntimeException | StackOverflowError tooMuchForTheLibrary) {
            return described(program, null, null, text);
        }
    }

    private static Client described(
            Optional<MailProgram> program, @Nullable String browser, @Nullable String os, String text) {
        String name = program.map(MailProgram::name).orElse(browser);
        String system = os == null ? program.map(MailProgram::os).orElse(null) : os;
        DeviceClass device = Devices.in(text, system);
        return new Client(
                name, system, device == null ? program.map(MailProgram::device).orElse(null) : device);
    }
}

package com.tachyonfuture.mailtrack.domain.track;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's address as people write it, with or without a name: {@code Ada Lovelace <ada@example.com>}.
 *
 * @param name null where there is none
 */
public record Mailbox(@Nullable String name, String address) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}<>@\",;]+@[^\\s\\p{Cntrl}<>@\",;]+");
    private static final Pattern SPECIAL = Pattern.compile("[\"\\\\,;<>@:()]");

    /** The mailbox that a text means; empty when it has no address where one belongs. */
    public static Optional<Mailbox> parse(String text) {
        String stripped = text.strip();
        int open = stripped.lastIndexOf('<');
        if (open < 0 || !stripped.endsWith(">")) {
            return of(null, stripped);
        }
        String name = unquote(stripped.substring(0, open).strip()).strip();
        return of(
                name.isEmpty() ? null : name,
                stripped.substring(open + 1, stripped.length() - 1).strip());
    }

    private static Optional<Mailbox> of(@Nullable String name, String address) {
        return ADDRESS.matcher(address).matches() ? Optional.of(new Mailbox(name, address)) : Optional.empty();
    }

    private static String unquote(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }

    /** As it is written in a mail's header: a name that might be misread is in quotation marks. */
    public String text() {
        if (name == null) {
            return address;
        }
        boolean special = SPECIAL.matcher(name).find();
        return (special ? "\"" + name.replaceAll("([\"\\\\])", "\\\\$1") + "\"" : name) + " <" + address + ">";
    }
}

package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The addresses of `pages.txt`, whose words in braces stand for what is in the data:
///
/// | word | what |
/// | --- | --- |
/// | `{track}` | the id of a track with about 50 opens, so that its page shows as much in any database |
/// | `{recipient}`, `{key}` | of that track, and the key of that recipient |
/// | `{grouped}` | the id of a track like that in a group |
/// | `{group}` | of the track in a group |
/// | `{most}` | the id of the track with the most opens |
/// | `{days-90}` | the day so many days ago |
/// | `{older-40}` | the address of the overview that many pages after the first |
/// | `{next-20}` | the same of `/api/tracks?limit=1000` |
record PageAddresses(SeededData data, OwnersClient owner) {

    private static final int OPENS_OF_A_TRACK = 50;
    private static final int PAGES_BACK = 40;
    private static final int CURSORS_ON = 20;

    private static final String SHOWS_MORE = "+ ";

    List<PageAddress> all() {
        Map<String, String> words = words();
        return lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> address(line, words))
                .toList();
    }

    private Map<String, String> words() {
        YearOfMail mail = data.mail();
        int track = mail.trackNearest(OPENS_OF_A_TRACK, any -> true);
        int grouped =
                mail.trackNearest(OPENS_OF_A_TRACK, one -> mail.details(one).messageGroupId() != null);
        LocalDate today = LocalDate.ofInstant(data.end(), ZoneOffset.UTC);
        var words = new LinkedHashMap<String, String>();
        words.put("{track}", mail.id(track).value());
        words.put("{most}", mail.id(mail.trackWithMost()).value());
        words.put("{grouped}", mail.id(grouped).value());
        words.put(
                "{group}", encoded(Objects.requireNonNull(mail.details(grouped).messageGroupId())));
        String recipient = Objects.requireNonNull(mail.details(track).recipient());
        words.put("{recipient}", encoded(recipient));
        words.put("{key}", RecipientKey.of(recipient).orElseThrow().value());
        for (int days : List.of(0, 7, 30, 90)) {
            words.put("{days-" + days + "}", today.minusDays(days).toString());
        }
        words.put("{older-40}", owner.olderPage(PAGES_BACK));
        words.put("{next-20}", owner.nextPage("/api/tracks?limit=1000", CURSORS_ON));
        return words;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> lines() {
        try (var stream = PageAddresses.class.getResourceAsStream("pages.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageAddress address(String line, Map<String, String> words) {
        boolean showsMore = line.startsWith(SHOWS_MORE);
        String name = showsMore ? line.substring(SHOWS_MORE.length()) : line;
        String path = name;
        for (var word : words.entrySet()) {
            path = path.replace(word.getKey(), word.getValue());
        }
        return new PageAddress(name, path, showsMore, owner.headers() + "Accept-Encoding: gzip\r\n");
    }
}

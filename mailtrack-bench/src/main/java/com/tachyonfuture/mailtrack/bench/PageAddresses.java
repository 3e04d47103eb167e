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
/// | `{many}`, `{few}` | the id of the track with the most opens, of one with the fewest |
/// | `{recipient}`, `{key}` | of the track with the most opens, and the key of that recipient |
/// | `{grouped}` | the id of a track in a group |
/// | `{group}` | of the track in a group |
/// | `{days-90}` | the day so many days ago |
/// | `{older-40}` | the address of the overview that many pages after the first |
/// | `{next-20}` | the same of `/api/tracks?limit=1000` |
record PageAddresses(SeededData data, OwnersClient owner) {

    private static final int PAGES_BACK = 40;
    private static final int CURSORS_ON = 20;

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
        int many = mail.trackWith(true);
        LocalDate today = LocalDate.ofInstant(data.end(), ZoneOffset.UTC);
        var words = new LinkedHashMap<String, String>();
        words.put("{many}", mail.id(many).value());
        words.put("{few}", mail.id(mail.trackWith(false)).value());
        int grouped = mail.trackInGroup();
        words.put("{grouped}", mail.id(grouped).value());
        words.put(
                "{group}", encoded(Objects.requireNonNull(mail.details(grouped).messageGroupId())));
        String recipient = Objects.requireNonNull(mail.details(many).recipient());
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
        String path = line;
        for (var word : words.entrySet()) {
            path = path.replace(word.getKey(), word.getValue());
        }
        return new PageAddress(line, path, owner.headers() + "Accept-Encoding: gzip\r\n");
    }
}

package com.tachyonfuture.mailtrack.domain.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fetch that was seen in public, or made by hand, and what fetched it as far as its source knows.
 *
 * @param expected the truth by the source, not what the rules say
 * @param reason the reason that a rule should give for it; null where no rule could know
 * @param judged verdict and reason that the rules give instead; null where they are right
 * @param disputed sources disagree about it
 */
record CorpusCase(
        String id,
        Evidence evidence,
        Verdict expected,
        @Nullable Reason reason,
        @Nullable String judged,
        boolean disputed,
        String source,
        @Nullable String note) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<CorpusCase> all() {
        Path folder = Path.of("src", "test", "resources", "corpus", "opens");
        try (Stream<Path> files = Files.list(
                Files.exists(folder) ? folder : Path.of("mailtrack-domain").resolve(folder))) {
            return files.sorted().flatMap(CorpusCase::in).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CorpusCase> in(Path file) {
        try {
            return Files.readAllLines(file).stream().map(CorpusCase::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusCase parse(String line) {
        try {
            return of(JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + line, e);
        }
    }

    private static CorpusCase of(JsonNode json) {
        String reason = text(json, "reason");
        return new CorpusCase(
                json.get("id").asText(),
                evidence(json),
                Verdict.of(json.get("expected").asText()).orElseThrow(),
                reason == null ? null : Reason.of(reason).orElseThrow(),
                text(json, "judged"),
                json.get("disputed").asBoolean(),
                json.get("source").asText(),
                text(json, "note"));
    }

    private static Evidence evidence(JsonNode json) {
        String address = text(json, "address");
        JsonNode network = json.get("network");
        JsonNode age = json.get("age_seconds");
        return new Evidence(
                address == null ? null : IpAddress.parse(address).orElseThrow(),
                text(json, "user_agent"),
                text(json, "referer"),
                set(json, "signs", Sign::valueOf),
                network == null
                        ? null
                        : new Network(
                                network.get("number").asLong(),
                                network.get("name").asText()),
                set(json, "lists", NetworkKind::valueOf),
                age.isNull() ? null : Duration.ofSeconds(age.asLong()),
                json.path("tracks_at_once").asInt(1),
                json.path("owners_address").asBoolean(),
                json.path("creators_address").asBoolean());
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static <T> Set<T> set(JsonNode json, String field, Function<String, T> valueOf) {
        Set<T> values = new HashSet<>();
        json.path(field)
                .forEach(value -> values.add(valueOf.apply(value.asText().toUpperCase(Locale.ROOT))));
        return values;
    }

    /** Verdict and reason that the rules are to give. */
    String promised() {
        return judged != null ? judged : expected.code() + " " + (reason == null ? "" : reason.code());
    }

    Judgement judge() {
        return RuleBook.inForce().judge(evidence);
    }
}

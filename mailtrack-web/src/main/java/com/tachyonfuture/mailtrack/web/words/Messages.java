package com.tachyonfuture.mailtrack.web.words;

import io.micronaut.context.MessageSource;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.runtime.context.CompositeMessageSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts of our pages by their keys, from `messages.properties` and, for other languages than English,
/// `messages_fr.properties` and so on. What stands in braces is filled in: `{0}`.
///
/// Resource bundles of the JDK would take the machine's language where there is no file for English, and apostrophes
/// mean something to the framework's way of filling in.
@Singleton
@Primary
@Replaces(CompositeMessageSource.class)
final class Messages implements MessageSource {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    public Messages() {
        Arrays.stream(Language.values()).forEach(language -> texts.put(language, load(language)));
    }

    private static Map<String, String> load(Language language) {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.code();
        String file = "/messages" + suffix + ".properties";
        var properties = new Properties();
        try (InputStream content = Messages.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException(file + " is missing");
            }
            properties.load(new InputStreamReader(content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    /// All texts of a language, by their keys.
    Map<String, String> of(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    @Override
    public Optional<String> getRawMessage(String key, MessageContext context) {
        Language language = Language.of(context.getLocale().getLanguage()).orElse(Language.ENGLISH);
        return Optional.ofNullable(of(language).get(key));
    }

    /// Not filled in yet: Thymeleaf's resolver does that itself, and what a text is filled with must not be filled in
    /// once more.
    @Override
    public Optional<String> getMessage(String key, MessageContext context) {
        return getRawMessage(key, context);
    }

    @Override
    public String interpolate(String template, MessageContext context) {
        Map<String, Object> values = context.getVariables();
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf(values.getOrDefault(found.group(1), found.group()))));
    }
}

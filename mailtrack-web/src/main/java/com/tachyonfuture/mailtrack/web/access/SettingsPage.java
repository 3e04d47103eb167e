package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.access.ChangePassword;
import com.tachyonfuture.mailtrack.application.access.CheckOwner;
import com.tachyonfuture.mailtrack.application.access.KeepApiKeys;
import com.tachyonfuture.mailtrack.application.access.KeepSessions;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.access.SettingsView.AddressView;
import com.tachyonfuture.mailtrack.web.access.SettingsView.KeyView;
import com.tachyonfuture.mailtrack.web.access.SettingsView.LanguageChoice;
import com.tachyonfuture.mailtrack.web.access.SettingsView.NewKeyView;
import com.tachyonfuture.mailtrack.web.access.SettingsView.PasswordView;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import com.tachyonfuture.mailtrack.web.words.DisplayTimes;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts together what the settings page shows: how things are, and what came of the form that was sent.
@Singleton
final class SettingsPage {

    /// How the sentences begin that say what is wrong with a field.
    private static final Map<String, String> SUBJECTS = Map.of(
            "label", "settings.the-label",
            "current", "settings.the-current",
            "chosen", "settings.the-chosen",
            "repeated", "settings.the-repeated");

    /// What came of the form that was sent; most of it is nothing.
    ///
    /// @param error why no key was created, where the label is not at fault
    /// @param label as it was typed
    /// @param passwordError why the password was not changed, where no field is at fault
    record Sent(
            @Nullable String notice,
            @Nullable String error,
            String label,
            List<Violation> violations,
            @Nullable NewKeyView newKey,
            @Nullable String passwordError) {

        static Sent done(@Nullable String notice) {
            return new Sent(notice, null, "", List.of(), null, null);
        }

        static Sent refused(String label, List<Violation> violations) {
            return new Sent(null, null, label, violations, null, null);
        }

        static Sent tooLate(String label, String error) {
            return new Sent(null, error, label, List.of(), null, null);
        }

        static Sent created(String label, String secret) {
            return new Sent(null, null, "", List.of(), new NewKeyView(label, secret), null);
        }

        static Sent passwordRefused(String error) {
            return new Sent(null, null, "", List.of(), null, error);
        }
    }

    private final KeepApiKeys keepApiKeys;
    private final KeepSessions keepSessions;
    private final KeepOwnAddresses keepOwnAddresses;
    private final CheckOwner checkOwner;
    private final WebSettings settings;
    private final Wording wording;

    SettingsPage(
            KeepApiKeys keepApiKeys,
            KeepSessions keepSessions,
            KeepOwnAddresses keepOwnAddresses,
            CheckOwner checkOwner,
            WebSettings settings,
            Wording wording) {
        this.keepApiKeys = keepApiKeys;
        this.keepSessions = keepSessions;
        this.keepOwnAddresses = keepOwnAddresses;
        this.checkOwner = checkOwner;
        this.settings = settings;
        this.wording = wording;
    }

    SettingsView after(HttpRequest<?> request, Sent sent) {
        Words words = wording.of(request);
        List<ApiKey> keys = keepApiKeys.all();
        int browsers = keepSessions.count();
        boolean session = BrowserSession.of(request).isPresent();
        return new SettingsView(
                sent.notice(),
                error(sent, words),
                keys.stream().map(key -> view(key, words.times())).toList(),
                words.times().ago(keepApiKeys.lastUseOfSettingsKey().orElse(null)),
                fingerprint(keys),
                field("label", sent.label(), sent.violations(), words),
                sent.newKey(),
                addresses(words.times()),
                keepOwnAddresses.listed().stream().map(Cidr::toString).toList(),
                password(sent, words),
                words.count("settings.browsers", browsers),
                browsers > (session ? 1 : 0),
                LanguageChoice.all(wording.chosen(request).orElse(null)));
    }

    private List<AddressView> addresses(DisplayTimes times) {
        return keepOwnAddresses.learned().stream()
                .map(address -> new AddressView(address.network().toString(), times.dated(address.learnedAt())))
                .toList();
    }

    /// Also above all sections, since the field may be far below.
    private static @Nullable String error(Sent sent, Words words) {
        return sent.violations().isEmpty()
                ? sent.error()
                : words.of("error.nothing-changed") + " "
                        + String.join(" ", new FieldErrors(sent.violations(), SUBJECTS, words).sentences());
    }

    /// Changes when a key is added or goes.
    private static String fingerprint(List<ApiKey> keys) {
        return SecretHash.of(keys.stream().map(key -> key.id().value()).collect(Collectors.joining(" ")))
                .hexadecimal();
    }

    /// Whether a page that was sent this showed the keys that there are now.
    boolean isUpToDate(String fingerprint) {
        return fingerprint(keepApiKeys.all()).equals(fingerprint);
    }

    /// A key of those that can be revoked.
    Optional<KeyView> key(HttpRequest<?> request, String id) {
        return keepApiKeys.all().stream()
                .filter(key -> key.id().value().equals(id))
                .findFirst()
                .map(key -> view(key, wording.of(request).times()));
    }

    private KeyView view(ApiKey key, DisplayTimes times) {
        return new KeyView(
                key.id().value(),
                key.label(),
                key.beginning(),
                times.dated(key.createdAt()),
                times.ago(key.lastUsedAt()));
    }

    private PasswordView password(Sent sent, Words words) {
        return new PasswordView(
                checkOwner.ownerName(),
                settings.passwordFromSettings(),
                ChangePassword.SHORTEST,
                sent.passwordError(),
                field("current", "", sent.violations(), words),
                field("chosen", "", sent.violations(), words),
                field("repeated", "", sent.violations(), words));
    }

    private static FieldView field(String name, String value, List<Violation> violations, Words words) {
        return new FieldErrors(violations, SUBJECTS, words).field(name, value);
    }
}

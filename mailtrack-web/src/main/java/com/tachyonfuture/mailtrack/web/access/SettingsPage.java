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
import com.tachyonfuture.mailtrack.web.access.SettingsView.NewKeyView;
import com.tachyonfuture.mailtrack.web.access.SettingsView.PasswordView;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.page.DisplayTimes;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
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
            "label", "The label",
            "current", "What you typed",
            "chosen", "The new password",
            "repeated", "The repetition");

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
    private final DisplayTimes times;

    SettingsPage(
            KeepApiKeys keepApiKeys,
            KeepSessions keepSessions,
            KeepOwnAddresses keepOwnAddresses,
            CheckOwner checkOwner,
            WebSettings settings,
            DisplayTimes times) {
        this.keepApiKeys = keepApiKeys;
        this.keepSessions = keepSessions;
        this.keepOwnAddresses = keepOwnAddresses;
        this.checkOwner = checkOwner;
        this.settings = settings;
        this.times = times;
    }

    SettingsView after(HttpRequest<?> request, Sent sent) {
        List<ApiKey> keys = keepApiKeys.all();
        int browsers = keepSessions.count();
        boolean session = BrowserSession.of(request).isPresent();
        return new SettingsView(
                sent.notice(),
                error(sent),
                keys.stream().map(this::view).toList(),
                times.ago(keepApiKeys.lastUseOfSettingsKey().orElse(null)),
                fingerprint(keys),
                field("label", sent.label(), sent.violations()),
                sent.newKey(),
                addresses(),
                keepOwnAddresses.listed().stream().map(Cidr::toString).toList(),
                password(sent),
                browsers == 1 ? "1 browser is signed in" : browsers + " browsers are signed in",
                browsers > (session ? 1 : 0));
    }

    private List<AddressView> addresses() {
        return keepOwnAddresses.learned().stream()
                .map(address -> new AddressView(address.network().toString(), times.dated(address.learnedAt())))
                .toList();
    }

    /// Also above all sections, since the field may be far below.
    private static @Nullable String error(Sent sent) {
        return sent.violations().isEmpty()
                ? sent.error()
                : "Nothing was changed. " + String.join(" ", new FieldErrors(sent.violations(), SUBJECTS).sentences());
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
    Optional<KeyView> key(String id) {
        return keepApiKeys.all().stream()
                .filter(key -> key.id().value().equals(id))
                .findFirst()
                .map(this::view);
    }

    private KeyView view(ApiKey key) {
        return new KeyView(
                key.id().value(),
                key.label(),
                key.beginning(),
                times.dated(key.createdAt()),
                times.ago(key.lastUsedAt()));
    }

    private PasswordView password(Sent sent) {
        return new PasswordView(
                checkOwner.ownerName(),
                settings.passwordFromSettings(),
                ChangePassword.SHORTEST,
                sent.passwordError(),
                field("current", "", sent.violations()),
                field("chosen", "", sent.violations()),
                field("repeated", "", sent.violations()));
    }

    private static FieldView field(String name, String value, List<Violation> violations) {
        return new FieldErrors(violations, SUBJECTS).field(name, value);
    }
}

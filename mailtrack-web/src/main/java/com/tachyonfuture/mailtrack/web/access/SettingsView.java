package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.words.Language;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the settings page shows.
///
/// @param notice what was done just now; null when nothing was
/// @param error why nothing was done; null when nothing went wrong
/// @param firstKeyUsed when the key of the settings was used last; null when it never was
/// @param knownKeys says which keys the page shows, so that sending its form again makes no second one
/// @param newKey the key that was made just now; null when none was
/// @param addresses by which the owner is known, as they were learned
/// @param listedAddresses those that the operator listed
/// @param password what concerns the password
/// @param browsers how many are signed in, in words
/// @param others whether there are some besides this one
/// @param languages what this browser may be shown
public record SettingsView(
        @Nullable String notice,
        @Nullable String error,
        List<KeyView> keys,
        @Nullable MomentView firstKeyUsed,
        String knownKeys,
        FieldView label,
        @Nullable NewKeyView newKey,
        List<AddressView> addresses,
        List<String> listedAddresses,
        PasswordView password,
        String browsers,
        boolean others,
        List<LanguageChoice> languages) {

    /// A key in the list.
    ///
    /// @param used when it was used last; null when it never was
    public record KeyView(
            String id,
            String label,
            String beginning,
            @Nullable MomentView created,
            @Nullable MomentView used) {}

    /// A key that is shown this once.
    public record NewKeyView(String label, String secret) {}

    /// An address by which the owner is known.
    public record AddressView(String network, @Nullable MomentView since) {}

    /// A language to choose.
    ///
    /// @param code empty leaves it to the browser
    /// @param name as those call it who speak it; null where it is left to the browser
    public record LanguageChoice(String code, @Nullable String name, boolean chosen) {

        static List<LanguageChoice> all(@Nullable Language chosen) {
            var browsers = new LanguageChoice("", null, chosen == null);
            return Stream.concat(
                            Stream.of(browsers),
                            Arrays.stream(Language.values()).map(language -> of(language, chosen)))
                    .toList();
        }

        private static LanguageChoice of(Language language, @Nullable Language chosen) {
            return new LanguageChoice(language.code(), language.ownName(), language == chosen);
        }
    }

    /// How the password can be changed.
    ///
    /// @param user whose it is
    /// @param inSettings whether it is in the settings, and can be changed only there
    /// @param error what is wrong but with no field; null when nothing is
    public record PasswordView(
            String user,
            boolean inSettings,
            int shortest,
            @Nullable String error,
            FieldView current,
            FieldView chosen,
            FieldView repeated) {}

    public SettingsView {
        keys = List.copyOf(keys);
    }
}

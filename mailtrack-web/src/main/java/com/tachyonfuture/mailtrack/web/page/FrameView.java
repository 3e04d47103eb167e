package com.tachyonfuture.mailtrack.web.page;

import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every page needs around its own content.
///
/// @param user who is signed in; null when nobody is
/// @param signsOut whether there is a session to end; with HTTP Basic there is none
/// @param formToken the proof that each form of the page carries
/// @param creating whether the page is that for a new track, which has a button of its own
/// @param entries the way to the other pages; empty when nobody is signed in
/// @param language the code of the language of the page
/// @param addresses where style sheets and scripts are, by their file names
public record FrameView(
        @Nullable String user,
        boolean signsOut,
        String formToken,
        String language,
        boolean creating,
        List<Entry> entries,
        Map<String, String> addresses) {

    private static final String NEW_TRACK = "/create";

    /// In their order. A page joins when it is there.
    private static final List<Entry> ENTRIES = List.of(
            new Entry("/", "nav.overview", false),
            new Entry("/recipients", "nav.recipients", false),
            new Entry("/analytics", "nav.analytics", false),
            new Entry("/settings", "nav.settings", false));

    /// One way to another page.
    ///
    /// @param label the key of its text
    /// @param current whether the page is this one, or belongs to it
    public record Entry(String href, String label, boolean current) {

        private Entry on(String path) {
            boolean here = path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
            return new Entry(href, label, here);
        }
    }

    static FrameView of(HttpRequest<?> request, String formToken, Words words, Assets assets) {
        String user = request.getUserPrincipal().map(Principal::getName).orElse(null);
        List<Entry> entries = user == null
                ? List.of()
                : ENTRIES.stream().map(entry -> entry.on(request.getPath())).toList();
        return new FrameView(
                user,
                Forms.areBound(request),
                formToken,
                words.language().code(),
                request.getPath().equals(NEW_TRACK),
                entries,
                assets.addresses());
    }

    /// Where a style sheet or a script is.
    public String asset(String file) {
        return addresses.getOrDefault(file, "/assets/" + file);
    }
}

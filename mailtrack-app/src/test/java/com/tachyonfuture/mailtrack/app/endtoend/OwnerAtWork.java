package com.tachyonfuture.mailtrack.app.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// What the owner does with the mouse to get from one page to the next; each waits for that one.
final class OwnerAtWork {

    private OwnerAtWork() {}

    /// On the login page.
    static Response signIn(Page page, String password) {
        page.getByLabel("User name").fill("owner");
        page.getByLabel("Password").fill(password);
        return press(page, "Sign in");
    }

    /// Presses the first of the buttons that have these words.
    static Response press(Page page, String button) {
        return click(page, AriaRole.BUTTON, button);
    }

    /// Follows the first of the links that have these words.
    static Response follow(Page page, String link) {
        return click(page, AriaRole.LINK, link);
    }

    private static Response click(Page page, AriaRole role, String words) {
        var loaded = new AtomicBoolean();
        Consumer<Page> whenLoaded = _ -> loaded.set(true);
        page.onLoad(whenLoaded);
        Response answer = page.waitForResponse(
                OwnerAtWork::isPage,
                () -> page.getByRole(role, new Page.GetByRoleOptions().setName(words))
                        .first()
                        .click());
        page.waitForCondition(loaded::get);
        page.offLoad(whenLoaded);
        return answer;
    }

    private static boolean isPage(Response answer) {
        boolean redirect = answer.status() / 100 == 3;
        return answer.request().isNavigationRequest() && !redirect;
    }
}

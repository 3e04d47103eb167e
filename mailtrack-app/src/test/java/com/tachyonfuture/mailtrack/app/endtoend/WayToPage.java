package com.tachyonfuture.mailtrack.app.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/// What somebody does to see a certain page.
@FunctionalInterface
interface WayToPage {

    /// Goes there; what the server answered.
    Response go(Page from) throws Exception;
}

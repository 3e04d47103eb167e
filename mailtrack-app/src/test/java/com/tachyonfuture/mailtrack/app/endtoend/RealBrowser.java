package com.tachyonfuture.mailtrack.app.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The Chromium of this machine, without a window.
final class RealBrowser implements AutoCloseable {

    /// How somebody looks at pages.
    ///
    /// @param width of the window, in CSS pixels
    record Look(int width, int height, boolean dark) {

        static final Look DESK = new Look(1440, 900, false);
        static final Look DESK_IN_THE_DARK = new Look(1440, 900, true);
        static final Look PHONE = new Look(360, 740, false);
        static final Look PHONE_IN_THE_DARK = new Look(360, 740, true);

        private ColorScheme colors() {
            return dark ? ColorScheme.DARK : ColorScheme.LIGHT;
        }

        @Override
        public String toString() {
            return width + (dark ? " dark" : " light");
        }
    }

    /// For something to appear, in milliseconds.
    private static final double PATIENCE = 10_000;

    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private RealBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static RealBrowser open() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new RealBrowser(playwright, playwright.chromium().launch(options()));
    }

    private static LaunchOptions options() {
        Path program = PROGRAMS.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH; bin/test installs it"));
        return new LaunchOptions()
                .setExecutablePath(program)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update"));
    }

    /// Somebody with cookies and a clipboard of their own.
    BrowserContext somebody(Look look) {
        BrowserContext somebody = browser.newContext(options(look));
        somebody.setDefaultTimeout(PATIENCE);
        somebody.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        return somebody;
    }

    private static Browser.NewContextOptions options(Look look) {
        return new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.colors())
                .setLocale("en-GB")
                .setTimezoneId("Europe/Vienna");
    }

    /// Goes on looking at the same page in another way. Nothing moves, so that no color is on its way to another.
    static void look(Page page, Look look) {
        page.setViewportSize(look.width(), look.height());
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(look.colors()).setReducedMotion(ReducedMotion.REDUCE));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

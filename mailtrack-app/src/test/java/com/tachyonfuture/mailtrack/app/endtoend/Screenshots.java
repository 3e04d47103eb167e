package com.tachyonfuture.mailtrack.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.tachyonfuture.mailtrack.app.endtoend.RealBrowser.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of the documentation. Not one of the tests that always run: `bin/screenshots` runs it.
final class Screenshots {

    private record Picture(String name, Look look, List<String> pages) {}

    private static final List<Picture> PICTURES = List.of(
            new Picture("desk", Look.DESK, List.of("login", "overview", "create", "created", "detail", "settings-key")),
            new Picture("dark", Look.DESK_IN_THE_DARK, List.of("overview", "detail")),
            new Picture("phone", Look.PHONE, List.of("overview", "detail")));

    @TempDir
    Path temporary;

    @Test
    void areMadeOfPagesWithContent() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("mailtrack.screenshots")));

        for (Picture picture : PICTURES) {
            take(picture, folder, temporary.resolve(picture.name()));
        }

        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".png")))
                    .hasSize(PICTURES.stream()
                            .map(Picture::pages)
                            .mapToInt(List::size)
                            .sum());
        }
    }

    private static void take(Picture picture, Path folder, Path data) throws Exception {
        try (PagesWithContent pages = PagesWithContent.in(data);
                RealBrowser browser = RealBrowser.open();
                BrowserContext owner = browser.somebody(picture.look())) {
            Page page = owner.newPage();
            for (var way : pages.pages().entrySet()) {
                String name = way.getKey();
                way.getValue().go(page);
                if (picture.pages().contains(name)) {
                    page.screenshot(
                            new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + picture.name() + ".png")));
                }
            }
        }
    }
}

package com.tachyonfuture.mailtrack.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody who has no mouse, and looks where the focus is after each key.
final class Keyboard {

    /// More than any page has stops.
    private static final int FAR = 80;

    /// What has the focus, whether one sees that it has, and whether it comes after what had it before.
    ///
    /// The words are those of its label, of itself, or its name. Some elements let a pseudo-element show the focus.
    /// After the last element of a page, the first link is next.
    private static final String LOOK = """
        () => {
          const focused = document.activeElement;
          if (focused === document.body || focused === document.documentElement) {
            return null;
          }
          const shows = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
              || style.boxShadow !== 'none';
          const before = window.focusedBefore;
          window.focusedBefore = focused;
          const box = focused.getBoundingClientRect();
          return {
            words: (focused.labels?.[0]?.textContent || focused.textContent || focused.name).trim()
                .replace(/\\s+/g, ' '),
            marked: [null, '::before', '::after'].some(part => shows(getComputedStyle(focused, part))),
            inSight: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
                && box.right > 0 && box.left < innerWidth,
            after: !before?.isConnected || before === focused || focused === document.querySelector('a')
                || Boolean(before.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING),
          };
        }
        """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /// The words of what has the focus, which has to be seen; empty when nothing has it.
    String focused() {
        Object found = page.evaluate(LOOK);
        if (found == null) {
            return "";
        }
        var seen = (Map<?, ?>) found;
        String words = String.valueOf(seen.get("words"));
        assertThat(seen.get("marked"))
                .as("\"%s\" shows that it has the focus", words)
                .isEqualTo(true);
        assertThat(seen.get("inSight")).as("\"%s\" can be seen", words).isEqualTo(true);
        assertThat(seen.get("after"))
                .as("\"%s\" comes after what had the focus", words)
                .isEqualTo(true);
        return words;
    }

    /// Goes on by Tab until something with these words has the focus.
    void goTo(String words) {
        page.waitForLoadState();
        List<String> passed = new ArrayList<>();
        while (passed.size() < FAR) {
            press("Tab");
            String now = focused();
            if (now.equals(words)) {
                return;
            }
            passed.add(now);
        }
        throw new AssertionError("Tab never gets to \"" + words + "\", only to " + passed);
    }

    /// All that Tab gets to, from the top of the page to its end.
    List<String> wholePage() {
        page.reload();
        press("Tab");
        String first = focused();
        List<String> passed = new ArrayList<>();
        String now = first;
        do {
            passed.add(now);
            press("Tab");
            now = focused();
        } while (!now.isEmpty() && !now.equals(first) && passed.size() < FAR);
        return passed;
    }
}

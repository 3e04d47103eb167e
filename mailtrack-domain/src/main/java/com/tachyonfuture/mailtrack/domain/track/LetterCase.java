package com.tachyonfuture.mailtrack.domain.track;

import java.util.Arrays;
import java.util.Locale;

/**
 * What texts have in common that differ in nothing but case, of those letters whose case every database knows that may
 * keep them: those that Unicode had by the year 2000. Other letters, such as the capital sharp s, and Georgian and
 * Cherokee ones, are told apart. So whoever looks a recipient up in an index finds all that counts as the same.
 *
 * <p>No language is asked: the Turkish dotless i is another letter than i. A final sigma is the same letter as any sigma.
 */
public final class LetterCase {

    /** Where ranges with such capitals begin and, after each, where it is over. Ascending. */
    private static final int[] BOUNDS = {
        'A', 'Z' + 1, 0xC0, 0xDF, 0x100, 0x220, 0x222, 0x234, 0x386, 0x3CF, 0x3DA, 0x3F0, 0x400, 0x482, 0x48C, 0x4C0,
        0x4C1, 0x4C5, 0x4C7, 0x4C9, 0x4CB, 0x4CD, 0x4D0, 0x4F6, 0x4F8, 0x4FA, 0x531, 0x557, 0x1E00, 0x1E96, 0x1EA0,
        0x1EFA, 0x1F00, 0x2000, 0x2126, 0x2127, 0x212A, 0x212C, 0x2160, 0x2170, 0x24B6, 0x24D0, 0xFF21, 0xFF3B
    };

    private LetterCase() {}

    /** A text without case. Keys of recipients are made of it: for what is there it must not change. */
    public static String folded(String text) {
        String capital = text.replace("İ", "i\u0307").replace('σ', 'Σ').replace('ς', 'Σ');
        int[] before = capital.codePoints().toArray();
        int[] after = capital.toLowerCase(Locale.ROOT).codePoints().toArray();
        for (int i = 0; i < before.length; i++) {
            before[i] = isCapital(before[i]) ? after[i] : before[i];
        }
        return new String(before, 0, before.length);
    }

    private static boolean isCapital(int letter) {
        int found = Arrays.binarySearch(BOUNDS, letter);
        int bound = found >= 0 ? found : -found - 2;
        return bound % 2 == 0;
    }
}

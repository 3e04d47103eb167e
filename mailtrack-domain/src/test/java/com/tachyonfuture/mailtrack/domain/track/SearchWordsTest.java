package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchWordsTest {

    @Test
    void caseAccentsAndCompatibilityFormsDoNotMatter() {
        assertThat(SearchWords.of("ZOË ﬁnal Ⅻ")).containsExactly("zoe", "final", "xii");
    }

    @Test
    void punctuationSeparatesAndRepeatsVanish() {
        assertThat(SearchWords.of("zoe@example.com, zoe_2 (re: example)"))
                .containsExactly("zoe", "example", "com", "2", "re");
    }

    @Test
    void anEmojiIsAWordOfItsOwn() {
        assertThat(SearchWords.of("🎉Launch❤️")).containsExactly("🎉", "launch", "❤");
    }

    @Test
    void aQueryOfPunctuationHasNoWords() {
        assertThat(SearchWords.of(" -- %_ ")).isEmpty();
    }

    @Test
    void anIndexIsMatchedByPrefixesOfItsWordsOnly() {
        String index = SearchWords.index("zoe@example.com", null, "Offer 2026");

        assertThat(index).isEqualTo(" zoe example com offer 2026");
        assertThat(SearchWords.match(index, List.of("zo", "off", "2026"))).isTrue();
        assertThat(SearchWords.match(index, List.of("ample"))).isFalse();
        assertThat(SearchWords.match(index, List.of("zo", "nothing"))).isFalse();
    }

    @Test
    void nothingToIndexIsAnEmptyIndex() {
        assertThat(SearchWords.index(null, null)).isEmpty();
    }
}

package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.access.port.ApiKeys.Known;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.access.port.ApiKeys} does. */
public interface ApiKeysContract extends StorageFixture {

    int MANY = 100;
    SecretHash HASH = SecretHash.of("mt_abcdef and so on");

    @Test
    default void keysAreListedNewestFirst() {
        add(key("a", NOON));
        add(key("c", NOON.plusNanos(1_000)));
        add(key("b", NOON.plusNanos(1_000)));

        assertThat(apiKeys().all())
                .containsExactly(key("b", NOON.plusNanos(1_000)), key("c", NOON.plusNanos(1_000)), key("a", NOON));
    }

    @Test
    default void everyCharacterOfALabelIsKept() {
        String label = "😀".repeat(ApiKey.LONGEST_LABEL - 4) + "Zoë ";
        var key = new ApiKey(new ApiKeyId("i".repeat(36)), label, "mt_abcdef", NOON, null);

        add(key);

        assertThat(apiKeys().all()).containsExactly(key);
    }

    @Test
    default void aKeyIsFoundByItsBeginningToTheLetter() {
        add(key("a", "mt_abcdef"));
        add(key("b", "mt_ABCDEF"));
        add(key("c", "mt_abcdé "));

        assertThat(apiKeys().beginningWith("mt_abcdef")).containsExactly(new Known(new ApiKeyId("a"), HASH));
        assertThat(apiKeys().beginningWith("mt_ABCDEF")).containsExactly(new Known(new ApiKeyId("b"), HASH));
        assertThat(apiKeys().beginningWith("mt_abcdé ")).containsExactly(new Known(new ApiKeyId("c"), HASH));
        for (String other : List.of("mt_Abcdef", "mt_abcdéf", "mt_abcdé", "mt_abcde", "mt_abcdef ", "mt_abcd%", "")) {
            assertThat(apiKeys().beginningWith(other)).as(other).isEmpty();
        }
    }

    @Test
    default void keysWithTheSameBeginningAreAllFound() {
        add(key("a", "mt_abcdef"));
        apiKeys().add(key("b", "mt_abcdef"), SecretHash.of("other"), MANY);

        assertThat(apiKeys().beginningWith("mt_abcdef"))
                .containsExactlyInAnyOrder(
                        new Known(new ApiKeyId("a"), HASH), new Known(new ApiKeyId("b"), SecretHash.of("other")));
    }

    @Test
    default void noMoreKeysAreStoredThanThereMayBe() {
        assertThat(apiKeys().add(key("a", NOON), HASH, 2)).isTrue();
        assertThat(apiKeys().add(key("b", NOON), HASH, 2)).isTrue();
        assertThat(apiKeys().add(key("c", NOON), HASH, 2)).isFalse();
        assertThat(apiKeys().remove(new ApiKeyId("a"))).isTrue();
        assertThat(apiKeys().add(key("d", NOON), HASH, 2)).isTrue();

        assertThat(apiKeys().all()).extracting(key -> key.id().value()).containsExactly("b", "d");
    }

    @Test
    default void noMoreAreStoredEvenWhenAllComeAtOnce() throws Exception {
        List<Boolean> added = AtOnce.run(16, number -> apiKeys().add(key("key " + number, NOON), HASH, 5));

        assertThat(added).filteredOn(success -> success).hasSize(5);
        assertThat(apiKeys().all()).hasSize(5);
    }

    @Test
    default void ofManyWhoRemoveAKeyAtOnceOneSucceeds() throws Exception {
        add(key("a", NOON));
        add(key("b", NOON));

        List<Boolean> removed = AtOnce.run(8, number -> apiKeys().remove(new ApiKeyId("a")));

        assertThat(removed).containsOnlyOnce(true);
        assertThat(apiKeys().add(key("c", NOON), HASH, 2)).isTrue();
        assertThat(apiKeys().add(key("d", NOON), HASH, 2)).isFalse();
    }

    @Test
    default void aRemovedKeyIsGoneWithItsUseAndOthersStay() {
        add(key("a", NOON));
        add(key("A", NOON));
        apiKeys().used(new ApiKeyId("a"), NOON);

        assertThat(apiKeys().remove(new ApiKeyId("a "))).isFalse();
        assertThat(apiKeys().remove(new ApiKeyId("a"))).isTrue();
        assertThat(apiKeys().remove(new ApiKeyId("a"))).isFalse();

        assertThat(apiKeys().all()).containsExactly(key("A", NOON));
        assertThat(apiKeys().lastUseOf(new ApiKeyId("a"))).isEmpty();
    }

    @Test
    default void whenAKeyWasUsedOnlyGrows() {
        add(key("a", NOON));
        add(key("b", NOON));

        apiKeys().used(new ApiKeyId("a"), NOON.plusSeconds(2));
        apiKeys().used(new ApiKeyId("a"), NOON.plusSeconds(1));

        assertThat(apiKeys().lastUseOf(new ApiKeyId("a"))).contains(NOON.plusSeconds(2));
        assertThat(apiKeys().lastUseOf(new ApiKeyId("b"))).isEmpty();
        assertThat(apiKeys().all())
                .containsExactly(key("a", "mt_abcdef", NOON.plusSeconds(2)), key("b", "mt_abcdef", null));
    }

    @Test
    default void theUseOfTheSettingsKeyIsNotedThoughItIsNotStored() {
        apiKeys().used(ApiKeyId.OF_SETTINGS, NOON);

        assertThat(apiKeys().lastUseOf(ApiKeyId.OF_SETTINGS)).contains(NOON);
        assertThat(apiKeys().all()).isEmpty();
    }

    @Test
    default void theUseOfAKeyThatIsGoneIsNotNoted() {
        apiKeys().used(new ApiKeyId("gone"), NOON);

        assertThat(apiKeys().lastUseOf(new ApiKeyId("gone"))).isEmpty();
    }

    @Test
    default void aUseNotedByManyAtOnceIsTheLatest() throws Exception {
        add(key("a", NOON));

        AtOnce.run(10, number -> {
            apiKeys().used(new ApiKeyId("a"), NOON.plusSeconds(number));
            return number;
        });

        assertThat(apiKeys().lastUseOf(new ApiKeyId("a"))).contains(NOON.plusSeconds(9));
    }

    private void add(ApiKey key) {
        assertThat(apiKeys().add(key, HASH, MANY)).isTrue();
    }

    private static ApiKey key(String id, Instant createdAt) {
        return new ApiKey(new ApiKeyId(id), "n8n", "mt_abcdef", createdAt, null);
    }

    private static ApiKey key(String id, String beginning) {
        return key(id, beginning, null);
    }

    private static ApiKey key(String id, String beginning, @Nullable Instant lastUsedAt) {
        return new ApiKey(new ApiKeyId(id), "n8n", beginning, NOON, lastUsedAt);
    }
}

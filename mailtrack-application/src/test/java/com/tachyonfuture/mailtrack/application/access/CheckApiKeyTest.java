package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CheckApiKeyTest {

    private static final String OF_SETTINGS = "the key of the settings";
    private static final ApiKeyId ONE = new ApiKeyId("one");
    private static final ApiKeyId TWO = new ApiKeyId("two");

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final ApiKeys keys = storage.apiKeys();
    private final ManualClock clock = new ManualClock();
    private final CheckApiKey checkApiKey = new CheckApiKey(SecretHash.of(OF_SETTINGS), keys, clock);

    @Test
    void whatIsNeededWhileTheStorageIsDownIsOpenToKeysThatWereGoodBefore() {
        add(ONE, "mt_abcdef1");
        add(TWO, "mt_abcdef2");
        assertThat(checkApiKey.byLastKnown("mt_abcdef1")).contains(ONE);
        assertThat(checkApiKey.byLastKnown("mt_abcdef3")).isEmpty();

        storage.storage().goDown();

        assertThat(checkApiKey.byLastKnown("mt_abcdef1")).contains(ONE);
        assertThat(checkApiKey.byLastKnown(OF_SETTINGS)).contains(ApiKeyId.OF_SETTINGS);
        assertThatThrownBy(() -> checkApiKey.byLastKnown("mt_abcdef2")).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(() -> checkApiKey.by("mt_abcdef1")).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void aKeyThatTheStorageNoLongerKnowsIsForgotten() {
        add(ONE, "mt_abcdef1");
        checkApiKey.byLastKnown("mt_abcdef1");
        keys.remove(ONE);
        assertThat(checkApiKey.byLastKnown("mt_abcdef1")).isEmpty();

        storage.storage().goDown();

        assertThatThrownBy(() -> checkApiKey.byLastKnown("mt_abcdef1")).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void theKeyOfTheSettingsIsKnown() {
        assertThat(checkApiKey.by(OF_SETTINGS)).contains(ApiKeyId.OF_SETTINGS);
    }

    @Test
    void keysThatWereMadeAreKnownEvenIfTheyBeginAlike() {
        add(ONE, "mt_abcdef1");
        add(TWO, "mt_abcdef2");

        assertThat(checkApiKey.by("mt_abcdef1")).contains(ONE);
        assertThat(checkApiKey.by("mt_abcdef2")).contains(TWO);
    }

    @Test
    void anythingElseIsNoKey() {
        add(ONE, "mt_abcdef1");
        String tooLong = "x".repeat(257);
        add(TWO, tooLong);

        for (String other : new String[] {"", "mt_abcdef", "mt_abcdef3", "MT_ABCDEF1", "mt_abcdef1 ", tooLong}) {
            assertThat(checkApiKey.by(other)).as(other).isEmpty();
        }
    }

    @Test
    void aRevokedKeyIsNoKey() {
        add(ONE, "mt_abcdef1");
        keys.remove(ONE);

        assertThat(checkApiKey.by("mt_abcdef1")).isEmpty();
    }

    @Test
    void theLastUseIsNotedOnceAMinuteAtMost() {
        checkApiKey.by(OF_SETTINGS);
        clock.advance(Duration.ofSeconds(59));
        checkApiKey.by(OF_SETTINGS);
        assertThat(keys.lastUseOf(ApiKeyId.OF_SETTINGS)).contains(NOON);

        clock.advance(Duration.ofSeconds(1));
        checkApiKey.by(OF_SETTINGS);
        assertThat(keys.lastUseOf(ApiKeyId.OF_SETTINGS)).contains(NOON.plusSeconds(60));
    }

    @Test
    void theUseOfEachKeyIsNotedForItself() {
        add(ONE, "mt_abcdef1");
        checkApiKey.by(OF_SETTINGS);
        clock.advance(Duration.ofSeconds(1));
        checkApiKey.by("mt_abcdef1");
        checkApiKey.by("mt_abcdef3");

        assertThat(keys.lastUseOf(ONE)).contains(NOON.plusSeconds(1));
        assertThat(keys.lastUseOf(ApiKeyId.OF_SETTINGS)).contains(NOON);
    }

    @Test
    void theKeyOfTheSettingsWorksWhileTheStorageIsDown() {
        storage.storage().goDown();

        assertThat(checkApiKey.by(OF_SETTINGS)).contains(ApiKeyId.OF_SETTINGS);

        storage.storage().comeBack();
        clock.advance(Duration.ofMinutes(1));
        assertThat(checkApiKey.by(OF_SETTINGS)).contains(ApiKeyId.OF_SETTINGS);
        assertThat(keys.lastUseOf(ApiKeyId.OF_SETTINGS)).contains(NOON.plus(Duration.ofMinutes(1)));
    }

    @Test
    void otherKeysNeedTheStorage() {
        add(ONE, "mt_abcdef1");
        storage.storage().goDown();

        assertThatThrownBy(() -> checkApiKey.by("mt_abcdef1")).isInstanceOf(StorageUnavailable.class);
    }

    private void add(ApiKeyId id, String secret) {
        var key = new ApiKey(id, "n8n", secret.substring(0, ApiKey.LENGTH_OF_BEGINNING), NOON, null);
        keys.add(key, SecretHash.of(secret), 100);
    }
}

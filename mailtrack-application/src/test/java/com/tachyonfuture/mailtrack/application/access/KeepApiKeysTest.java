package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.KeepApiKeys.Created;
import com.tachyonfuture.mailtrack.application.access.KeepApiKeys.Refused;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class KeepApiKeysTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger secrets = new AtomicInteger();
    private final KeepApiKeys keepApiKeys = new KeepApiKeys(
            storage.apiKeys(),
            () -> new ApiKeyId("id-" + ids.incrementAndGet()),
            () -> "abcdefgh-" + secrets.incrementAndGet(),
            clock);
    private final CheckApiKey checkApiKey =
            new CheckApiKey(SecretHash.of("the key of the settings"), storage.apiKeys(), clock);

    @Test
    void aNewKeyIsShownOnceAndOpensTheApi() {
        var key = new ApiKey(new ApiKeyId("id-1"), "n8n", "mt_abcdef", NOON, null);

        assertThat(keepApiKeys.create(" n8n ")).isEqualTo(new Created(key, "mt_abcdefgh-1"));

        assertThat(checkApiKey.by("mt_abcdefgh-1")).contains(key.id());
    }

    @Test
    void keysAreListedNewestFirstWithTheirLastUse() {
        keepApiKeys.create("n8n");
        clock.advance(Duration.ofNanos(1_999));
        keepApiKeys.create("script");
        clock.advance(Duration.ofSeconds(1));
        checkApiKey.by("mt_abcdefgh-1");

        assertThat(keepApiKeys.all())
                .containsExactly(
                        new ApiKey(new ApiKeyId("id-2"), "script", "mt_abcdef", NOON.plusNanos(1_000), null),
                        new ApiKey(new ApiKeyId("id-1"), "n8n", "mt_abcdef", NOON, clock.instant()));
    }

    @Test
    void theLastUseOfTheSettingsKeyIsTold() {
        assertThat(keepApiKeys.lastUseOfSettingsKey()).isEmpty();

        checkApiKey.by("the key of the settings");

        assertThat(keepApiKeys.lastUseOfSettingsKey()).contains(NOON);
    }

    @Test
    void aRevokedKeyIsWorthless() {
        keepApiKeys.create("n8n");
        checkApiKey.by("mt_abcdefgh-1");

        assertThat(keepApiKeys.revoke(new ApiKeyId("id-1"))).isTrue();

        assertThat(checkApiKey.by("mt_abcdefgh-1")).isEmpty();
        assertThat(keepApiKeys.all()).isEmpty();
        assertThat(keepApiKeys.revoke(new ApiKeyId("id-1"))).isFalse();
    }

    @Test
    void aLabelThatIsNoneIsRefused() {
        assertThat(keepApiKeys.create(" \n")).isEqualTo(new Refused(List.of(new Violation("label", "is empty"))));
        assertThat(keepApiKeys.all()).isEmpty();
    }

    @Test
    void thereAreNoMoreKeysThanAnybodyCanTellApart() {
        for (int i = 0; i < KeepApiKeys.MOST; i++) {
            assertThat(keepApiKeys.create("n8n")).isInstanceOf(Created.class);
        }

        assertThat(keepApiKeys.create("n8n"))
                .isEqualTo(new Refused(List.of(new Violation("label", "can't be given: there are 100 keys already"))));
        assertThat(keepApiKeys.all()).hasSize(100);
    }

    @Test
    void withoutStorageThereIsNoKey() {
        storage.storage().goDown();

        assertThatThrownBy(() -> keepApiKeys.create("n8n")).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(keepApiKeys::all).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(keepApiKeys.create("n8n").toString())
                .startsWith("Created[key=ApiKey[id=")
                .contains("secret=***")
                .doesNotContain("mt_abcdefgh");
    }
}

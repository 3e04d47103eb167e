package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.access.port.OwnerPassword} does. */
public interface OwnerPasswordContract extends StorageFixture {

    PasswordHash FIRST = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$Zmlyc3Q");
    PasswordHash SECOND = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$c2Vjb25k");

    @Test
    default void anEmptyStorageHasNoPassword() {
        assertThat(ownerPassword().find()).isEmpty();
    }

    @Test
    default void theFirstPasswordIsFound() {
        assertThat(ownerPassword().setFirst(FIRST, NOON)).isTrue();

        assertThat(ownerPassword().find()).contains(FIRST);
    }

    @Test
    default void aPasswordThatIsThereStays() {
        ownerPassword().setFirst(FIRST, NOON);

        assertThat(ownerPassword().setFirst(SECOND, NOON.plusSeconds(1))).isFalse();
        assertThat(ownerPassword().setFirst(FIRST, NOON)).isFalse();
        assertThat(ownerPassword().find()).contains(FIRST);
    }

    @Test
    default void ofManyWhoSetTheFirstPasswordAtOnceOneSucceeds() throws Exception {
        List<Boolean> set =
                AtOnce.run(12, number -> ownerPassword().setFirst(new PasswordHash("$argon2id$" + number), NOON));

        assertThat(set).containsOnlyOnce(true);
        assertThat(ownerPassword().find()).contains(new PasswordHash("$argon2id$" + set.indexOf(true)));
    }

    @Test
    default void aNewPasswordTakesThePlaceOfTheOneBefore() {
        ownerPassword().replace(FIRST, NOON, null);
        ownerPassword().replace(SECOND, NOON.plusSeconds(1), null);

        assertThat(ownerPassword().find()).contains(SECOND);
        assertThat(ownerPassword().setFirst(FIRST, NOON)).isFalse();
    }

    @Test
    default void aNewPasswordEndsAllSessions() {
        sessions().add(session("one"));
        sessions().add(session("another"));

        ownerPassword().replace(SECOND, NOON, null);

        assertThat(sessions().find(SecretHash.of("one"))).isEmpty();
        assertThat(sessions().find(SecretHash.of("another"))).isEmpty();
    }

    @Test
    default void theSessionThatIsKeptGoesOn() {
        sessions().add(session("one"));
        sessions().add(session("kept"));

        ownerPassword().replace(SECOND, NOON, SecretHash.of("kept"));

        assertThat(sessions().find(SecretHash.of("one"))).isEmpty();
        assertThat(sessions().find(SecretHash.of("kept"))).contains(session("kept"));
    }

    @Test
    default void ofManyWhoChangeThePasswordAtOnceOnlyTheLastKeepsASession() throws Exception {
        int changes = 8;
        for (int i = 0; i < changes; i++) {
            sessions().add(session("session " + i));
        }

        AtOnce.run(changes, number -> {
            ownerPassword().replace(new PasswordHash("$argon2id$" + number), NOON, SecretHash.of("session " + number));
            return number;
        });

        String last = ownerPassword().find().orElseThrow().encoded().substring("$argon2id$".length());
        for (int i = 0; i < changes; i++) {
            if (!last.equals(String.valueOf(i))) {
                assertThat(sessions().find(SecretHash.of("session " + i))).isEmpty();
            }
        }
    }

    private static Session session(String token) {
        return new Session(SecretHash.of(token), NOON, NOON);
    }
}

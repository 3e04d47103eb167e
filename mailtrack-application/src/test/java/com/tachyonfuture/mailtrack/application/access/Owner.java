package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;

import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.application.twin.PlainPasswordHashes;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An installation whose owner has a name and a password, on the twins. */
final class Owner {

    static final String NAME = "owner";
    static final String PASSWORD = "correct horse battery";
    static final String ADDRESS = "192.0.2.1";

    final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    final PlainPasswordHashes hashes = new PlainPasswordHashes();
    final ManualClock clock = new ManualClock();
    final CheckOwner checkOwner =
            new CheckOwner(NAME, storage.ownerPassword(), hashes, storage.signInFailures(), clock);

    private final AtomicInteger secrets = new AtomicInteger();

    /** With the password set. */
    static Owner withPassword() {
        var owner = new Owner();
        owner.storage.ownerPassword().setFirst(owner.hashes.hash(PASSWORD), NOON);
        return owner;
    }

    String newSecret() {
        return "secret-" + secrets.incrementAndGet();
    }

    static CheckOwner.Request request(String password) {
        return request(NAME, password, ADDRESS, null);
    }

    static CheckOwner.Request requestFrom(String address, String password) {
        return request(NAME, password, address, null);
    }

    static CheckOwner.Request request(String name, String password, String address, @Nullable String knownBrowser) {
        return new CheckOwner.Request(name, password, IpAddress.parse(address).orElseThrow(), knownBrowser);
    }

    /** Fails so often, each time from another address. */
    void failFromEverywhere(int times) {
        for (int i = 0; i < times; i++) {
            checkOwner.by(requestFrom("198.51.100." + i, "wrong"));
        }
    }
}

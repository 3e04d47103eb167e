package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.self.OwnAddress;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.self.port.OwnAddresses} does. */
public interface OwnAddressesContract extends StorageFixture {

    int MOST = 3;
    Cidr HOME = Cidr.parse("192.0.2.17");
    Cidr OFFICE = Cidr.parse("2001:db8:0:17::/64");

    @Test
    default void whatWasLearnedIsThereTheLatestFirst() {
        var home = new OwnAddress(HOME, 17L, NOON);
        var office = new OwnAddress(OFFICE, null, NOON.plusNanos(1_000));

        assertThat(ownAddresses().add(home, MOST)).isTrue();
        assertThat(ownAddresses().add(office, MOST)).isTrue();

        assertThat(ownAddresses().all()).containsExactly(office, home);
    }

    @Test
    default void whatIsLearnedAgainStaysAsItIs() {
        var home = new OwnAddress(HOME, 17L, NOON);
        ownAddresses().add(home, MOST);

        assertThat(ownAddresses().add(new OwnAddress(HOME, 18L, NOON.plusSeconds(1)), MOST))
                .isTrue();

        assertThat(ownAddresses().all()).containsExactly(home);
    }

    @Test
    default void whatIsForgottenIsGoneAndOthersStay() {
        var office = new OwnAddress(OFFICE, null, NOON);
        ownAddresses().add(new OwnAddress(HOME, 17L, NOON), MOST);
        ownAddresses().add(office, MOST);

        assertThat(ownAddresses().remove(HOME)).isTrue();
        assertThat(ownAddresses().remove(HOME)).isFalse();

        assertThat(ownAddresses().all()).containsExactly(office);
    }

    @Test
    default void thereAreNoMoreThanThereMayBe() {
        for (int i = 0; i < MOST; i++) {
            ownAddresses().add(new OwnAddress(Cidr.parse("192.0.2." + i), null, NOON), MOST);
        }

        assertThat(ownAddresses().add(new OwnAddress(HOME, null, NOON), MOST)).isFalse();
        assertThat(ownAddresses().add(new OwnAddress(Cidr.parse("192.0.2.1"), null, NOON), MOST))
                .isTrue();

        assertThat(ownAddresses().all()).hasSize(MOST);
    }

    @Test
    default void aNetworkThatStartsLikeAnotherIsAnother() {
        ownAddresses().add(new OwnAddress(Cidr.parse("10.0.0.0/8"), null, NOON), MOST);
        ownAddresses().add(new OwnAddress(Cidr.parse("10.0.0.0/16"), null, NOON), MOST);

        assertThat(ownAddresses().remove(Cidr.parse("10.0.0.0/16"))).isTrue();

        assertThat(ownAddresses().all()).extracting(OwnAddress::network).containsExactly(Cidr.parse("10.0.0.0/8"));
    }
}

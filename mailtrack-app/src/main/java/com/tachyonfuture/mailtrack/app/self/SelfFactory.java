package com.tachyonfuture.mailtrack.app.self;

import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.self.AddressesOfMany;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses;
import com.tachyonfuture.mailtrack.application.self.OwnersNetworks;
import com.tachyonfuture.mailtrack.application.self.port.OwnAddresses;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.self.MysqlOwnAddresses;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Makes what knows the owner's addresses.
@Factory
final class SelfFactory {

    @Singleton
    OwnAddresses ownAddresses(Database database) {
        return new MysqlOwnAddresses(database);
    }

    @Singleton
    AddressesOfMany addressesOfMany(Settings settings, Networks networks) {
        return new AddressesOfMany(networks, settings.server().trusted());
    }

    @Singleton
    OwnersNetworks ownersNetworks(Settings settings, OwnAddresses addresses, AddressesOfMany ofMany) {
        return new OwnersNetworks(
                settings.owner().addresses().stream().map(Cidr::parse).toList(), addresses, ofMany);
    }

    @Singleton
    OwnAddressLoop ownAddressLoop(OwnersNetworks owners) {
        return new OwnAddressLoop(owners);
    }

    @Singleton
    KeepOwnAddresses keepOwnAddresses(
            Opens opens, OwnAddresses addresses, OwnersNetworks owners, AddressesOfMany ofMany, JudgeAgain judgeAgain) {
        return new KeepOwnAddresses(opens, addresses, owners, ofMany, judgeAgain, InstantSource.system());
    }
}

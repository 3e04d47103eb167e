package com.tachyonfuture.mailtrack.app.self;

import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
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
    OwnersNetworks ownersNetworks(Settings settings, OwnAddresses addresses) {
        return new OwnersNetworks(
                settings.owner().addresses().stream().map(Cidr::parse).toList(), addresses);
    }

    @Singleton
    OwnAddressLoop ownAddressLoop(OwnersNetworks owners) {
        return new OwnAddressLoop(owners);
    }

    @Singleton
    KeepOwnAddresses keepOwnAddresses(
            Opens opens, OwnAddresses addresses, OwnersNetworks owners, Networks networks, JudgeAgain judgeAgain) {
        return new KeepOwnAddresses(opens, addresses, owners, networks, judgeAgain, InstantSource.system());
    }
}

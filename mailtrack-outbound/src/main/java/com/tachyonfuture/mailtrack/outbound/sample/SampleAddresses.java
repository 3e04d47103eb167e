package com.tachyonfuture.mailtrack.outbound.sample;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Addresses that are for documentation and belong to nobody, each of which says itself where it is and whose.
///
/// In 2001:db8::/32 the third group is the number of the town, the fourth that of the household. In
/// 203.0.113.0/24 are the machines of mail services, and the owner. Everything else is nowhere.
public final class SampleAddresses {

    private static final int PREFIX = 0x2001_0db8;
    private static final byte[] MACHINES = {(byte) 203, 0, 113};
    private static final int OWN_FROM = 240;

    /// Numbers of networks for documentation (RFC 5398).
    private static final long FIRST_NUMBER = 64_496;

    private SampleAddresses() {}

    /// Where readers live.
    public enum Town {
        VIENNA(1, "AT", "Austria", "Vienna"),
        GRAZ(2, "AT", "Austria", "Graz"),
        LINZ(3, "AT", "Austria", "Linz"),
        BERLIN(4, "DE", "Germany", "Berlin"),
        HAMBURG(5, "DE", "Germany", "Hamburg"),
        MUNICH(6, "DE", "Germany", "Munich"),
        LEIPZIG(7, "DE", "Germany", "Leipzig"),
        ZURICH(8, "CH", "Switzerland", "Zurich"),
        GENEVA(9, "CH", "Switzerland", "Geneva"),
        PARIS(10, "FR", "France", "Paris"),
        LYON(11, "FR", "France", "Lyon"),
        NANTES(12, "FR", "France", "Nantes"),
        LONDON(13, "GB", "United Kingdom", "London"),
        BRISTOL(14, "GB", "United Kingdom", "Bristol"),
        EDINBURGH(15, "GB", "United Kingdom", "Edinburgh"),
        DUBLIN(16, "IE", "Ireland", "Dublin"),
        AMSTERDAM(17, "NL", "Netherlands", "Amsterdam"),
        MILAN(18, "IT", "Italy", "Milan"),
        TURIN(19, "IT", "Italy", "Turin"),
        MADRID(20, "ES", "Spain", "Madrid"),
        LISBON(21, "PT", "Portugal", "Lisbon"),
        PRAGUE(22, "CZ", "Czechia", "Prague"),
        COPENHAGEN(23, "DK", "Denmark", "Copenhagen"),
        STOCKHOLM(24, "SE", "Sweden", "Stockholm"),
        NEW_YORK(25, "US", "United States", "New York"),
        PORTLAND(26, "US", "United States", "Portland"),
        TORONTO(27, "CA", "Canada", "Toronto"),
        TOKYO(28, "JP", "Japan", "Tokyo");

        private final int number;
        private final String code;
        private final String country;
        private final String city;

        /// @param number in the addresses
        Town(int number, String code, String country, String city) {
            this.number = number;
            this.code = code;
            this.country = country;
            this.city = city;
        }

        private Place place() {
            return new Place(code, country, city);
        }

        private Network network() {
            return new Network(FIRST_NUMBER + number % 8, "Example Net " + country);
        }
    }

    /// Whose machines fetch images for others.
    public enum Service {
        GOOGLE(0, NetworkKind.GOOGLE_PROXY, 15_169, "Google LLC"),
        YAHOO(32, NetworkKind.YAHOO_PROXY, 36_647, "Yahoo"),
        APPLE(64, NetworkKind.APPLE_RELAY, 714, "Apple Inc."),
        MICROSOFT(96, NetworkKind.MICROSOFT_MAIL, 8_075, "Microsoft Corporation"),
        GATEWAY(128, NetworkKind.SECURITY, FIRST_NUMBER + 14, "Example Mail Security"),
        HOSTER(160, NetworkKind.DATA_CENTER, FIRST_NUMBER + 15, "Example Hosting");

        private static final int EACH = 32;

        private final int first;
        private final NetworkKind kind;
        private final long operator;
        private final String name;

        /// @param first of its addresses, by the last byte
        /// @param operator number of the network
        /// @param name of the operator
        Service(int first, NetworkKind kind, long operator, String name) {
            this.first = first;
            this.kind = kind;
            this.operator = operator;
            this.name = name;
        }

        private boolean has(int machine) {
            return machine >= first && machine < first + EACH;
        }

        private Network network() {
            return new Network(operator, name);
        }
    }

    /// The address of a household, or of an office.
    ///
    /// @param household of the town, from 0 to 65535
    public static IpAddress of(Town town, int household) {
        return IpAddress.of(ByteBuffer.allocate(16)
                .putInt(PREFIX)
                .putShort((short) town.number)
                .putShort((short) household)
                .putLong(1)
                .array());
    }

    /// The address of a machine.
    ///
    /// @param machine any number; after 32 they begin anew
    public static IpAddress of(Service service, int machine) {
        return machine(service.first + Math.floorMod(machine, Service.EACH));
    }

    /// The owner's own.
    public static IpAddress own() {
        return machine(OWN_FROM);
    }

    private static IpAddress machine(int last) {
        return IpAddress.of(new byte[] {MACHINES[0], MACHINES[1], MACHINES[2], (byte) last});
    }

    /// Whether it is the owner's own.
    public static boolean isOwn(IpAddress address) {
        return address.equals(own());
    }

    /// Where these addresses are.
    public static Places places() {
        return address -> town(address).map(Town::place).orElse(Place.UNKNOWN);
    }

    /// Whose they are.
    public static Networks networks() {
        return new SampleNetworks();
    }

    static Optional<Network> network(IpAddress address) {
        return service(address).map(Service::network).or(() -> town(address).map(Town::network));
    }

    static Set<NetworkKind> listing(IpAddress address) {
        return service(address).map(service -> Set.of(service.kind)).orElse(Set.of());
    }

    private static Optional<Town> town(IpAddress address) {
        byte[] bytes = address.bytes();
        if (bytes.length != 16 || ByteBuffer.wrap(bytes).getInt() != PREFIX) {
            return Optional.empty();
        }
        int number = ByteBuffer.wrap(bytes).getShort(4);
        return Arrays.stream(Town.values())
                .filter(town -> town.number == number)
                .findFirst();
    }

    private static Optional<Service> service(IpAddress address) {
        byte[] bytes = address.bytes();
        if (bytes.length != 4 || !Arrays.equals(MACHINES, Arrays.copyOf(bytes, MACHINES.length))) {
            return Optional.empty();
        }
        int machine = bytes[3] & 0xff;
        return Arrays.stream(Service.values())
                .filter(service -> service.has(machine))
                .findFirst();
    }
}

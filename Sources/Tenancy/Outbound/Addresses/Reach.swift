/// Which addresses this process may connect to: public ones, and the few that were named, such as a simulator on this machine.
///
/// It is asked for the address of the socket, after names were resolved and spellings understood, so that no spelling, no redirect
/// and no change of a name between two look-ups gets around it (G-EGR-01).
package struct Reach: Sendable, Hashable {
    /// Addresses that may be connected to although they are not public, each with its port. Spoken to without encryption too.
    package let named: Set<NetworkAddress>

    package init(named: Set<NetworkAddress> = []) {
        self.named = named
    }

    package func allows(_ address: NetworkAddress) -> Bool {
        named.contains(address) || Self.isPublic(address)
    }

    /// Whether an address belongs to the public internet.
    ///
    /// Source: the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates). Of version 6 only 2000::/3 is given
    /// out; what carries an address of version 4 inside (mapped, NAT64, 6to4, Teredo) would lead back to those.
    static func isPublic(_ address: NetworkAddress) -> Bool {
        if address.isIPv4 { return !special4.contains { $0.contains(address.bytes) } }
        return global6.contains(address.bytes) && !special6.contains { $0.contains(address.bytes) }
    }

    private static let special4: [AddressBlock] = [
        AddressBlock([0], bits: 8), AddressBlock([10], bits: 8), AddressBlock([100, 64], bits: 10),
        AddressBlock([127], bits: 8), AddressBlock([169, 254], bits: 16), AddressBlock([172, 16], bits: 12),
        AddressBlock([192, 0, 0], bits: 24), AddressBlock([192, 0, 2], bits: 24),
        AddressBlock([192, 88, 99], bits: 24), AddressBlock([192, 168], bits: 16), AddressBlock([198, 18], bits: 15),
        AddressBlock([198, 51, 100], bits: 24), AddressBlock([203, 0, 113], bits: 24),
        // Multicast, and everything reserved above it.
        AddressBlock([224], bits: 3),
    ]

    private static let global6 = AddressBlock([0x20], bits: 3)

    private static let special6: [AddressBlock] = [
        // Protocol assignments, Teredo among them.
        AddressBlock([0x20, 0x01, 0x00], bits: 23),
        AddressBlock([0x20, 0x01, 0x0D, 0xB8], bits: 32),
        // 6to4.
        AddressBlock([0x20, 0x02], bits: 16),
        // Documentation (RFC 9637).
        AddressBlock([0x3F, 0xFF, 0x00], bits: 20),
    ]
}

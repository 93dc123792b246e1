package import Outbound

/// Giassi: a supermarket in the south of Brazil. Prices differ from town to town.
package enum Giassi {
    /// Where it delivers to. Two towns of its own list have no seller and are left out: they would show other places' prices.
    package static let regions = [
        VTEXRegion(code: "floripa_sacogrande", postalCode: "88032005"),
        VTEXRegion(code: "sao_jose_areias", postalCode: "88113600"),
        VTEXRegion(code: "joinville_bucarein", postalCode: "89202310"),
        VTEXRegion(code: "jaragua_centro", postalCode: "89251000"),
        VTEXRegion(code: "tubarao_oficinas", postalCode: "88701000"),
        VTEXRegion(code: "icara", postalCode: "88820000"),
        VTEXRegion(code: "ararangua_centro", postalCode: "88900045"),
    ]

    /// - Parameter base: where it is; nil for Giassi's own host.
    package static func shop(_ region: VTEXRegion, base: WebAddress? = nil) throws -> VTEXShop {
        let own = try WebAddress("https://www.giassi.com.br/")
        var policy = VisitPolicy()
        policy.gap = 1.5
        policy.requestsPerDay = 20_000
        let profile = SourceProfile(code: "giassi", name: "Giassi", kind: .retailer, base: own, policy: policy)
        return VTEXShop(profile: base.map(profile.moved) ?? profile, region: region)
    }
}

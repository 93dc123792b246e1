import Documents
import Foundation

/// A place a shop delivers to, as its own interface tells places apart.
package struct VTEXRegion: Sendable, Hashable {
    /// Stable, such as `joinville_bucarein`.
    package let code: String
    /// Eight digits.
    package let postalCode: String
    /// Which of the shop's trade policies.
    package let salesChannel: Int

    package init(code: String, postalCode: String, salesChannel: Int = 1) {
        self.code = code
        self.postalCode = postalCode
        self.salesChannel = salesChannel
    }

    /// What stands for “no seller”: the hash of a list that is empty. Its prices are some other place's.
    static let nobody = "v2.1BB18CE648B5111D0933734ED83EC783"

    /// The cookie that says where and in which policy to look (`vtex_segment`): JSON in base64.
    func segment(regionID: String) -> String {
        let json = JSONValue.members([
            ("campaigns", .null), ("channel", .string("\(salesChannel)")), ("priceTables", .null),
            ("regionId", .string(regionID)), ("utm_campaign", .null), ("utm_source", .null),
            ("utmi_campaign", .null), ("currencyCode", .string("BRL")), ("currencySymbol", .string("R$")),
            ("countryCode", .string("BRA")), ("cultureInfo", .string("pt-BR")), ("channelPrivacy", .string("public")),
        ])
        return Data(json.jsonText.utf8).base64EncodedString()
    }
}

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
        let json = JSONText.object([
            ("campaigns", .digits("null")), ("channel", .text("\(salesChannel)")), ("priceTables", .digits("null")),
            ("regionId", .text(regionID)), ("utm_campaign", .digits("null")), ("utm_source", .digits("null")),
            ("utmi_campaign", .digits("null")), ("currencyCode", .text("BRL")), ("currencySymbol", .text("R$")),
            ("countryCode", .text("BRA")), ("cultureInfo", .text("pt-BR")), ("channelPrivacy", .text("public")),
        ])
        return Data(json).base64EncodedString()
    }
}

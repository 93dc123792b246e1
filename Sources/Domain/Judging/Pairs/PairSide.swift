package import Catalog
import Documents

/// What one side of a pair says about what it is. There is no room in it for a price, a stock, a company or a source, so that none
/// of them can leave the process. Nil means unknown, never "none".
package struct PairSide: Hashable, Sendable {
    /// As the source wrote it.
    package let name: String
    package let brand: String?
    package let producer: String?
    package let category: CategoryCode?
    /// Volume of one bottle or can.
    package let millilitres: Int?
    /// Bottles or cans per case.
    package let packUnits: Int?
    /// Alcohol by volume in hundredths of a percent.
    package let strengthBasisPoints: Int?
    /// Four-digit year.
    package let vintage: Int?
    package let ageYears: Int?
    package let country: String?

    package init(
        name: String, brand: String? = nil, producer: String? = nil, category: CategoryCode? = nil,
        millilitres: Int? = nil, packUnits: Int? = nil, strengthBasisPoints: Int? = nil, vintage: Int? = nil,
        ageYears: Int? = nil, country: String? = nil
    ) {
        self.name = name
        self.brand = brand
        self.producer = producer
        self.category = category
        self.millilitres = millilitres
        self.packUnits = packUnits
        self.strengthBasisPoints = strengthBasisPoints
        self.vintage = vintage
        self.ageYears = ageYears
        self.country = country
    }

    /// Characters of a text that are sent. A longer one costs more than it tells.
    package static let mostCharacters = 300

    /// The side as it is sent.
    var document: JSONValue {
        .members([
            ("name", .string(Self.cut(name))), ("brand", Self.text(brand)), ("producer", Self.text(producer)),
            ("category", Self.text(category?.rawValue)), ("volume_ml", Self.number(millilitres)),
            ("pack_units", Self.number(packUnits)),
            ("alcohol_percent", strengthBasisPoints.map { .number(Self.percent($0)) } ?? .null),
            ("vintage", Self.number(vintage)), ("age_years", Self.number(ageYears)),
            ("country", Self.text(country)),
        ])
    }

    private static func text(_ text: String?) -> JSONValue { text.map { .string(cut($0)) } ?? .null }

    private static func number(_ number: Int?) -> JSONValue { number.map { .number("\($0)") } ?? .null }

    /// Counted in scalars: a character may be made of any number of them.
    private static func cut(_ text: String) -> String {
        guard text.unicodeScalars.count > mostCharacters else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostCharacters - 1))) + "…"
    }

    private static func percent(_ basisPoints: Int) -> String {
        let (whole, rest) = basisPoints.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(basisPoints < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

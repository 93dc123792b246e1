import Catalog
import Foundation

/// One line of `NamingExamples`.
struct NamingExample: Decodable {
    enum VintageText: Decodable, Equatable {
        case year(Int)
        case text(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let year = try? container.decode(Int.self) {
                self = .year(year)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    let raw: String
    let style: String
    let kind: String?
    let brand: String?
    let product: String?
    let cls: String?
    let proof: Double?
    let abv: Double?
    let ml: Int?
    let per_pack: Int?
    let packs: Int?
    let units: Int?
    let age: Int?
    let vintage: VintageText?
    let container: String?
    let flags: [String]?
    let ambiguous: [String]?

    static let all: [NamingExample] = {
        let lines = NamingExamples.lines.split(separator: "\n")
        return lines.compactMap { try? JSONDecoder().decode(NamingExample.self, from: Data($0.utf8)) }
    }()

    var name: BeverageName {
        BeverageName.read(raw, style: HouseStyle(rawValue: style), currentYear: 2026)
    }

    /// Every field except brand and product that differs, "field: expected, found".
    var differences: [String] {
        let name = name
        if kind == "non_product" { return name.kind == .nonProduct ? [] : ["kind: non_product, \(name.kind)"] }
        var found: [String] = []
        func check<T: Equatable>(_ field: String, _ expected: T, _ actual: T) {
            if expected != actual { found.append("\(field): \(expected), \(actual)") }
        }
        check("kind", cls == "bundle" ? NameKind.bundle : .product, name.kind)
        check("cls", cls, name.beverageClass?.rawValue)
        check("ml", ml, name.volume?.millilitres)
        check("per_pack", per_pack, name.pack.perPack)
        check("packs", packs, name.pack.packs)
        check("units", units, name.pack.units)
        check("age", age, name.ageYears)
        check("container", container, name.container?.rawValue)
        check("flags", Set(flags ?? []), Set(name.flags.map(\.rawValue)))
        check("ambiguous", Set(ambiguous ?? []), Set(name.ambiguous.map(\.rawValue)))
        check("abv", abv.map { Int(($0 * 100).rounded()) }, name.strength?.basisPoints)
        if let proof { check("proof", Int((proof * 10).rounded()), name.proofTenths) }
        let expectedVintage: Vintage? =
            switch vintage {
            case .year(let year): .year(year)
            case .text: .nonVintage
            case nil: nil
            }
        check("vintage", expectedVintage, name.vintage)
        return found
    }

    var hasBrand: Bool { Self.same(brand, name.brand) }

    var hasProduct: Bool { Self.same(product, name.product) }

    private static func same(_ expected: String?, _ actual: String?) -> Bool {
        expected.map(NameFolding.fold) == actual.map(NameFolding.fold)
    }
}

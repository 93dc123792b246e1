import Catalog
import Foundation
import Scoring

/// An opened score for programs. Scores and points are 0–100, weights 0–1, days `2026-11-30`.
struct StatementAnswer: Encodable {
    struct Component: Encodable {
        let component: String
        let value: Double?
        let weight: Double
        let appliedWeight: Double
        let points: Double
        let reason: String
    }

    struct Signal: Encodable {
        let measure: String
        let day: String
        /// Minor units for a price, units for a stock count.
        let value: Int64
        let currency: String?
        let stores: Int?
        let run: String
        let line: Int
        let correctedSince: Bool
    }

    struct Listing: Encodable {
        let listing: String
        let source: String
        let name: String?
        let firstSeen: String
        let lastSeen: String
        let signals: [Signal]
    }

    let name: String
    let asOf: String
    let profile: String
    /// `published`, or `reconstructed` where nobody had scored by then.
    let origin: String
    let publishedAt: Date?
    /// Whether making it again gave the same numbers to the last bit; null where that cannot be said.
    let isSame: Bool?
    let differences: [String]
    let score: Double?
    let tier: String?
    let momentum: Double?
    let completeness: Double
    let components: [Component]
    let listings: [Listing]
    /// What moved it since the other day, in points; null where nothing is compared.
    let change: Change?

    struct Change: Encodable {
        struct Part: Encodable {
            let component: String
            let byValue: Double
            let byWeight: Double
        }

        let points: Double
        let components: [Part]
    }

    init(name: String, _ statement: ScoreStatement, change: ScoreChange? = nil) {
        self.change = change.map { change in
            Change(
                points: change.points,
                components: change.components.map {
                    Change.Part(
                        component: $0.component.rawValue, byValue: $0.valuePoints, byWeight: $0.weightPoints)
                })
        }
        self.name = name
        let score = statement.score
        asOf = "\(score.asOf)"
        profile = score.profile
        switch statement.origin {
        case .reconstructed: (origin, publishedAt, isSame, differences) = ("reconstructed", nil, nil, [])
        case .published(let at, .same): (origin, publishedAt, isSame, differences) = ("published", at, true, [])
        case .published(let at, .otherFormulas): (origin, publishedAt, isSame, differences) = ("published", at, nil, [])
        case .published(let at, .different(let what)):
            (origin, publishedAt, isSame, differences) = ("published", at, false, what)
        }
        self.score = score.score
        tier = score.tier?.rawValue
        momentum = score.momentum
        completeness = score.completeness
        components = score.components.map {
            Component(
                component: $0.component.rawValue, value: $0.result.value, weight: $0.weight,
                appliedWeight: $0.appliedWeight, points: $0.points, reason: $0.reason)
        }
        listings = statement.listings.map { listing in
            Listing(
                listing: "\(listing.id)".lowercased(), source: listing.sourceTitle, name: listing.name,
                firstSeen: "\(listing.firstSeen)", lastSeen: "\(listing.lastSeen)",
                signals: listing.prices.map {
                    Signal(
                        measure: "price", day: "\($0.day)", value: $0.price.minorUnits,
                        currency: $0.price.currency.code, stores: nil, run: "\($0.record.run)".lowercased(),
                        line: $0.record.line, correctedSince: $0.isCorrected)
                }
                    + listing.stocks.map {
                        Signal(
                            measure: "stock", day: "\($0.day)", value: $0.units, currency: nil, stores: $0.stores,
                            run: "\($0.record.run)".lowercased(), line: $0.record.line, correctedSince: $0.isCorrected)
                    })
        }
    }
}

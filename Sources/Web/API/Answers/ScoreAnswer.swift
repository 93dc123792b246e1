package import Catalog
package import Foundation
package import Scoring

/// A product's score of a day, opened: its components, the signals under them, the record each came from, and why it is another than it
/// was on a day it is compared with.
package struct ScoreAnswer: Sendable {
    private let product: UUID
    private let name: String
    private let statement: ScoreStatement?
    private let since: CalendarDay?
    private let change: ScoreChange?

    /// - Parameters:
    ///   - statement: nil where nothing was known of the product by then.
    ///   - since: the day of the score that is compared with; nil for none.
    ///   - change: nil where there is nothing to compare.
    package init(
        product: UUID, name: String, statement: ScoreStatement?, since: CalendarDay? = nil, change: ScoreChange? = nil
    ) {
        self.product = product
        self.name = name
        self.statement = statement
        self.since = since
        self.change = change
    }

    package var bytes: [UInt8] {
        let listings = statement?.listings ?? []
        let signals = listings.reduce(0) { $0 + $1.prices.count + $1.stocks.count }
        let meta = AnswerMeta(total: statement == nil ? 0 : 1, asOf: statement?.score.asOf)
        return Envelope.object(meta: meta, capacity: 4_096 + listings.count * 512 + signals * 192) { data in
            data.field("kind", "product")
            data.field("id", product)
            data.field("name", name)
            data.published(statement?.origin)
            data.score(statement?.score)
            data.array("listings") { items in
                for listing in listings { items.object { $0.signals(of: listing, product: product) } }
            }
            if let change {
                data.object("change") { $0.change(change, since: since) }
            } else {
                data.null("change")
            }
            data.links(product: product)
        }
    }
}

extension JSONFields {
    /// Where the numbers come from, and whether they are the same when made again.
    fileprivate mutating func published(_ origin: ScoreStatement.Origin?) {
        var (word, at, check): (String?, Date?, String?) = (nil, nil, nil)
        var differences: [String] = []
        switch origin {
        case nil: break
        case .reconstructed: word = "reconstructed"
        case .published(let moment, let verdict):
            (word, at) = ("published", moment)
            switch verdict {
            case .same: check = "same"
            case .otherFormulas: check = "other_formulas"
            case .different(let what): (check, differences) = ("different", what)
            }
        }
        field("origin", word)
        field("published_at", at)
        field("check", check)
        array("differences") { items in
            for one in differences { items.item(one) }
        }
    }

    fileprivate mutating func score(_ score: TrendScore?) {
        field("as_of", score?.asOf)
        field("profile", score?.profile)
        field("score", score?.score)
        field("tier", score?.tier?.rawValue)
        field("momentum", score?.momentum)
        field("momentum_is_comparable", score?.momentumIsComparable)
        field("completeness", score?.completeness)
        array("components") { items in
            for component in ScoreComponent.allCases {
                let line = score?[component]
                items.object { fields in
                    fields.field("name", component.rawValue)
                    fields.field("value", line?.result.value)
                    fields.field("measured", line?.result.value != nil)
                    fields.field("weight", line?.weight)
                    fields.field("applied_weight", line?.appliedWeight)
                    fields.field("points", line.flatMap { $0.result.value == nil ? nil : $0.points })
                    fields.field("reason", line?.reason)
                }
            }
        }
    }

    fileprivate mutating func signals(of listing: StatementListing, product: UUID) {
        field("id", listing.id)
        field("name", listing.name)
        field("source", listing.sourceTitle)
        field("first_seen", listing.firstSeen)
        field("last_seen", listing.lastSeen)
        array("prices") { items in
            for signal in listing.prices {
                items.object { fields in
                    fields.field("date", signal.day)
                    fields.field("currency", signal.price.currency.code)
                    fields.field(
                        "amount",
                        DecimalAmount(minorUnits: signal.price.minorUnits, scale: signal.price.currency.minorDigits))
                    fields.record(signal.record, isCorrected: signal.isCorrected)
                }
            }
        }
        array("stock") { items in
            for signal in listing.stocks {
                items.object { fields in
                    fields.field("date", signal.day)
                    fields.field("units", signal.units)
                    fields.field("stores", signal.stores)
                    fields.record(signal.record, isCorrected: signal.isCorrected)
                }
            }
        }
        field("page", PathValue(.listingPage, product, listing.id))
    }

    private mutating func record(_ key: RawRecordKey, isCorrected: Bool) {
        field("run", key.run)
        field("line", key.line)
        field("corrected_since", isCorrected)
    }

    fileprivate mutating func change(_ change: ScoreChange, since: CalendarDay?) {
        field("since", since)
        field("points", change.points)
        array("components") { items in
            for part in change.components {
                items.object { fields in
                    fields.field("name", part.component.rawValue)
                    fields.field("before", part.before)
                    fields.field("after", part.after)
                    fields.field("by_value", part.valuePoints)
                    fields.field("by_weight", part.weightPoints)
                }
            }
        }
    }
}

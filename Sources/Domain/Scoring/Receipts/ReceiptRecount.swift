import Catalog
import Companies
import Foundation

/// Makes published scores again from what was known when they were made.
struct ReceiptRecount {
    /// A published score beside the one made again.
    struct Recounted {
        let receipt: ReceiptRow
        /// Nil when its scoring is not on record.
        let turn: ScoringTurn?
        let product: ScoredProduct
        /// Nil without a scoring, or when other formulas made it.
        let score: TrendScore?
    }

    let transaction: CompanyTransaction

    func recount(_ receipts: [ReceiptRow]) async throws -> [Recounted] {
        let turns = try await ReceiptQueries(transaction: transaction).turns(Set(receipts.map(\.turn)))
        var recounted: [Recounted] = []
        for (number, receipts) in Dictionary(grouping: receipts, by: \.turn).sorted(by: { $0.key < $1.key }) {
            guard let turn = turns[number] else {
                recounted += receipts.map {
                    Recounted(receipt: $0, turn: nil, product: product($0, places: [:], sources: []), score: nil)
                }
                continue
            }
            recounted += try await recount(receipts, of: turn)
        }
        return recounted
    }

    private func recount(_ receipts: [ReceiptRow], of turn: ScoringTurn) async throws -> [Recounted] {
        let evidence = EvidenceQueries(transaction: transaction, ticks: turn.ticks)
        let sources = try await evidence.sources()
        let places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($0.element.id, $0.offset) })
        let scorer = TrendScorer(profile: turn.profile, context: turn.media.context(sources))
        var products = receipts.map { product($0, places: places, sources: sources) }
        try await evidence.addHistory(to: &products, asOf: turn.asOf)
        return zip(receipts, products).map { receipt, product in
            let isKnown = turn.formulas == TrendScorer.formulas
            return Recounted(
                receipt: receipt, turn: turn, product: product,
                score: isKnown ? scorer.score(product.evidence, asOf: receipt.asOf) : nil)
        }
    }

    /// The product as it was: its listings of then, each as it was then. Present names play no part in a score.
    private func product(_ receipt: ReceiptRow, places: [UUID: Int], sources: [SourceDays]) -> ScoredProduct {
        var product = ScoredProduct(key: receipt.key, name: "", brand: nil, category: nil, volume: nil)
        product.mentions = receipt.media?.mentionEvidence ?? []
        product.searches = receipt.media?.searchEvidence ?? []
        product.listings = receipt.listings.compactMap { listing in
            places[listing.source].map { place in
                ListingFacts(
                    id: listing.id, source: place, sourceSlug: sources[place].slug, firstSeen: listing.firstSeen,
                    lastSeen: listing.lastSeen, priceKind: listing.priceKind, price: nil, stock: nil)
            }
        }
        return product
    }
}

extension ReceiptRecount.Recounted {
    /// Compares bit for bit.
    var verdict: ReceiptVerdict {
        guard let turn else { return .different(["its scoring \(receipt.turn) is not on record"]) }
        guard let score else { return .otherFormulas(turn.formulas) }
        var differences: [String] = []
        func compare(_ what: String, _ kept: Double?, _ made: Double?) {
            guard kept?.bitPattern != made?.bitPattern else { return }
            differences.append(
                "\(what) \(kept.map { "\($0)" } ?? "none"), made again \(made.map { "\($0)" } ?? "none")")
        }
        if receipt.asOf != turn.asOf { differences.append("day \(receipt.asOf), its scoring's \(turn.asOf)") }
        compare("score", receipt.score, score.score)
        compare("momentum", receipt.momentum, score.momentum)
        compare("completeness", receipt.completeness, score.completeness)
        for (component, kept) in zip(score.components, receipt.values) {
            compare(component.component.rawValue, kept, component.result.value)
        }
        if receipt.tier != score.tier {
            differences.append(
                "tier \(receipt.tier?.rawValue ?? "none"), made again \(score.tier?.rawValue ?? "none")")
        }
        return differences.isEmpty ? .same : .different(differences)
    }
}

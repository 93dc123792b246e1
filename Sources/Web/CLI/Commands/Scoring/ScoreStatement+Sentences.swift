import Foundation
import Scoring

extension ScoreStatement {
    /// The statement for a terminal, a sentence a line.
    func sentences(withSignals: Bool) -> [String] {
        var lines = [origin.sentence] + score.receipt
        for listing in listings {
            lines.append(
                "\(listing.sourceTitle): \(listing.name ?? "a listing that is gone") "
                    + "(\(listing.firstSeen) to \(listing.lastSeen)), \(Console.count(listing.prices.count)) prices, "
                    + "\(Console.count(listing.stocks.count)) stock counts")
            guard withSignals else { continue }
            lines += listing.prices.map {
                "  \($0.day)  \($0.price)  \($0.record.words)" + ($0.isCorrected ? "  corrected since" : "")
            }
            lines += listing.stocks.map {
                "  \($0.day)  \($0.units) units" + ($0.stores.map { " in \($0) stores" } ?? "")
                    + "  \($0.record.words)" + ($0.isCorrected ? "  corrected since" : "")
            }
        }
        return lines
    }
}

extension ScoreStatement.Origin {
    /// Where the numbers come from, as a sentence.
    var sentence: String {
        switch self {
        case .reconstructed:
            "Nobody had scored it by then: made now from what is known now of the days up to it."
        case .published(let moment, .same):
            "Published \(moment.formatted(.iso8601)); made again, it is the same to the last bit."
        case .published(let moment, .otherFormulas):
            "Published \(moment.formatted(.iso8601)) by earlier formulas, which are not made again."
        case .published(let moment, .different(let what)):
            "Published \(moment.formatted(.iso8601)), and made again it is not the same: \(what.joined(separator: "; "))."
        }
    }
}

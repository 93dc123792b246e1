import Catalog

/// How a sentence speaks of what it names, by a small list of words.
///
///     word  = its weight × 1.5 after a word that strengthens × −0.5 after a word that negates, at most three words before
///     tone  = sum / √(sum² + 4)                      −1…1; nil where no word of the list stands
///
/// One word of weight 1 gives 0.45, three in agreement 0.83. Words of the product's own name do not count.
struct Tone: Sendable {
    /// How far before a word another changes it, in words.
    static let reach = 3

    private(set) var sum = 0.0
    private(set) var count = 0

    /// Nil where no word of judgement was met.
    var value: Double? { count == 0 ? nil : sum / (sum * sum + 4).squareRoot() }

    /// Adds a sentence.
    /// - Parameter named: places of words that are names.
    mutating func add(_ sentence: SpokenSentence, named: Set<Int>) {
        let words = sentence.words
        var place = 0
        while place < words.count {
            let (weight, length) = Self.weight(at: place, in: words)
            guard let weight, !(place..<place + length).contains(where: named.contains) else {
                place += 1
                continue
            }
            var value = weight
            for before in words[max(0, place - Self.reach)..<place].reversed() {
                if before.endsClause { break }
                if ToneWords.strengthens.contains(before.written) { value *= 1.5 }
                if ToneWords.negates.contains(before.written) { value *= -0.5 }
            }
            sum += value
            count += 1
            place += length
        }
    }

    private static func weight(at place: Int, in words: [SpokenWord]) -> (Double?, Int) {
        if place + 1 < words.count,
            let pair = ToneWords.weights[words[place].written + " " + words[place + 1].written]
        {
            return (pair, 2)
        }
        return (ToneWords.weights[words[place].written], 1)
    }
}

extension Tone {
    mutating func merge(_ other: Tone) {
        self = Tone(sum: sum + other.sum, count: count + other.count)
    }
}

package import Foundation

/// What somebody writes where people talk, about something of the world. Made from its number alone.
package struct Submission: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case story
        case ask = "ask_hn"
        case show = "show_hn"
    }

    package let id: Int
    package let kind: Kind
    package let title: String
    /// What it points to; nil for a question.
    package let link: String?
    /// What a question says, as a person reads it.
    package let text: String?
    /// In whole seconds; of five that follow each other the first three share one.
    package let published: Date
    /// The offer of the distributor it is about, if it is about one: the truth for whoever looks for mentions.
    package let spirit: Int?

    private static let motifs = ["ramen cat", "night train", "retro robot", "tiki skull", "desert fox"]

    init(number: Int, in world: SourceWorld) {
        func chance(_ what: Int) -> Double { SourceWorld.chance(world.seed, number, what, 31) }
        func one<Thing>(_ things: [Thing], _ what: Int) -> Thing { things[Int(chance(what) * Double(things.count))] }
        let spirit = one(world.spirits, 1)
        id = 47_000_000 + number
        published = Date(timeIntervalSince1970: Double(world.second(ofPost: number)))
        switch Int(chance(2) * 4) {
        case 0:
            kind = .ask
            title = "Ask HN: Does anybody collect \(spirit.kind) & keep a list?"
            text = "I've tasted \u{201C}\(spirit.name)\u{201D}. What else is there?"
            link = nil
            self.spirit = spirit.id
        case 1:
            kind = .show
            title = "Show HN: \(one(Self.motifs, 3).capitalized) shirts, printed one at a time"
            (text, self.spirit) = (nil, nil)
            link = "https://prints.example/\(id)"
        case 2:
            kind = .story
            title = "Why \(one(world.groceries, 4).brand) costs more in some towns"
            (text, self.spirit) = (nil, nil)
            link = "https://blog.example/posts?n=\(number)"
        default:
            kind = .story
            title = "\(spirit.brand) and the return of \(spirit.kind)"
            text = nil
            link = "https://blog.example/posts?n=\(number)"
            self.spirit = spirit.id
        }
    }

    /// Grows for about a day and then hardly at all; most stay small.
    package func points(at moment: Date, seed: UInt64) -> Int { 1 + grown(to: 400, 5, at: moment, seed) }

    package func comments(at moment: Date, seed: UInt64) -> Int { grown(to: 250, 6, at: moment, seed) }

    private func grown(to most: Double, _ what: Int, at moment: Date, _ seed: UInt64) -> Int {
        let hours = max(0, moment.timeIntervalSince(published)) / 3_600
        return Int(most * pow(SourceWorld.chance(seed, id, what), 4) * (1 - exp(-hours / 8)))
    }
}

package import Foundation
import SimulationSupport

/// Something the medium writes.
package struct Story: Sendable, Hashable {
    package let id: Int
    package let title: String
    package let author: String
    package let tags: [String]
    package let published: Date
    /// What it is about: the truth for whoever looks for mentions.
    package let spirit: Int

    private static let verbs = ["launches", "returns with", "is everywhere with", "sells out of", "quietly drops"]
    private static let authors = ["Ana Ruiz", "Bo Lindqvist", "Carla Mendes", "Dev Patel"]

    init(number: Int, about spirit: Spirit, at moment: Date, _ random: inout SeededRandom) {
        id = 900 + number
        title = "\(spirit.brand) \(Self.verbs[random.below(5)]) a \(spirit.kind) & more"
        author = Self.authors[random.below(4)]
        tags = [spirit.kind.capitalized, "News"]
        published = moment
        self.spirit = spirit.id
    }
}

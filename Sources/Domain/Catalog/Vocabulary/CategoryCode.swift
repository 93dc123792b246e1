/// A category of the closed list in `CategoryCode+Tree.swift`: a path such as `spirits.whisky.scotch_single_malt`.
package struct CategoryCode: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Names of `a-z` and `_`, joined by points; every prefix is a category too.
    package let rawValue: String

    /// The category with this path, or nil if the list has none.
    package init?(rawValue: String) {
        guard Self.labels[rawValue] != nil else { return nil }
        self.rawValue = rawValue
    }

    /// `path` must be in the list.
    init(listed path: String) {
        rawValue = path
    }

    /// English, for people: "Single malt Scotch whisky".
    package var label: String { Self.labels[rawValue] ?? rawValue }

    package var description: String { rawValue }

    /// The category this one is part of, nil at the top.
    package var parent: CategoryCode? {
        rawValue.lastIndex(of: ".").map { CategoryCode(listed: String(rawValue[..<$0])) }
    }

    /// The top of its branch: spirits, wine, beer …
    package var family: CategoryCode {
        CategoryCode(listed: String(rawValue.prefix { $0 != "." }))
    }

    /// Whether this is `other` or part of it.
    package func isWithin(_ other: CategoryCode) -> Bool {
        rawValue == other.rawValue || rawValue.hasPrefix(other.rawValue + ".")
    }

    /// Whether one is within the other: a listing called "whisky" and one called "bourbon" do not contradict.
    package func isCompatible(with other: CategoryCode) -> Bool {
        isWithin(other) || other.isWithin(self)
    }

    /// All categories, each after its parent.
    package static let all: [CategoryCode] = tree.map { CategoryCode(listed: $0.path) }

    package static func < (left: CategoryCode, right: CategoryCode) -> Bool {
        left.rawValue < right.rawValue
    }

    private static let labels: [String: String] = Dictionary(
        tree.map { ($0.path, $0.label) }, uniquingKeysWith: { first, _ in first })
}

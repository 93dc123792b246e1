extension Collection where Element: Hashable {
    /// Every element once, in the order of its first place.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }

    /// Every element that is there more than once, once, in the order of its second place.
    var repeated: [Element] {
        var seen: Set<Element> = []
        return filter { !seen.insert($0).inserted }.distinct
    }
}

extension String {
    /// Whether there is nothing to read in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

package import Foundation

/// Which jobs a list shows. Everything that is not `nil` must hold.
package struct JobFilter: Sendable, Hashable {
    package var place: JobPlace?
    package var kind: String?
    package var queue: String?
    /// Jobs whose id lies between these two: those that begin with the same digits.
    package var ids: ClosedRange<UUID>?

    package init(place: JobPlace? = nil, kind: String? = nil, queue: String? = nil, ids: ClosedRange<UUID>? = nil) {
        self.place = place
        self.kind = kind
        self.queue = queue
        self.ids = ids
    }

    /// The fewest digits that are looked for: with fewer, a large part of all jobs would have to be.
    package static let fewestDigits = 4

    /// The ids that begin with these digits; hyphens do not matter. `nil` for anything that is not the beginning of an id.
    package static func ids(beginningWith text: String) -> ClosedRange<UUID>? {
        let digits = text.lowercased().filter { $0 != "-" }
        guard (fewestDigits...32).contains(digits.utf8.count), digits.utf8.allSatisfy(isHex) else { return nil }
        func filled(_ digit: Character) -> UUID? {
            let whole = digits + String(repeating: digit, count: 32 - digits.utf8.count)
            var text = ""
            for (index, character) in whole.enumerated() {
                if [8, 12, 16, 20].contains(index) { text.append("-") }
                text.append(character)
            }
            return UUID(uuidString: text)
        }
        guard let low = filled("0"), let high = filled("f") else { return nil }
        return low...high
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    /// Whether more than the place must be looked at to know that a job belongs here.
    var looksFurther: Bool { kind != nil || queue != nil || ids != nil }
}

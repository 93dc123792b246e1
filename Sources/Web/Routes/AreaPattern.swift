/// A page or action that both areas have, each under its own address.
package protocol AreaPlace: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// What every address of an area begins with.
    static func prefix(of area: ConsoleArea) -> String
}

/// The pattern of such a page or action in one area.
package struct AreaPattern<Place: AreaPlace>: RawRepresentable, CaseIterable, Hashable, Sendable {
    package let area: ConsoleArea
    package let place: Place

    package init(_ area: ConsoleArea, _ place: Place) {
        self.area = area
        self.place = place
    }

    package init?(rawValue: String) {
        guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = known
    }

    package var rawValue: String { Place.prefix(of: area) + place.rawValue }

    package static var allCases: [AreaPattern] {
        ConsoleArea.allCases.flatMap { area in Place.allCases.map { AreaPattern(area, $0) } }
    }
}

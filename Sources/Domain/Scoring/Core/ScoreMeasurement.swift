import Catalog

/// The components of one product on one day, before they are weighed.
struct ScoreMeasurement: Sendable {
    let day: CalendarDay
    let media: ComponentResult
    let retail: ComponentResult
    let price: ComponentResult
    let inventory: ComponentResult
    let search: ComponentResult

    subscript(component: ScoreComponent) -> ComponentResult {
        switch component {
        case .media: media
        case .retail: retail
        case .price: price
        case .inventory: inventory
        case .search: search
        }
    }

    /// Whether both have a value for the same components.
    func measuresSame(as other: ScoreMeasurement) -> Bool {
        ScoreComponent.allCases.allSatisfy { (self[$0].value == nil) == (other[$0].value == nil) }
    }
}

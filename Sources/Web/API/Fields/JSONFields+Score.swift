import Scoring

extension JSONFields {
    /// The five components of a product of the list, measured or not.
    mutating func components(of item: TrendItem) {
        array("components") { items in
            for component in ScoreComponent.allCases {
                items.object { $0.component(component, value: item.value(of: component)) }
            }
        }
    }

    /// The five components with how each was weighed and what it was made of: the lines of the receipt.
    mutating func receipt(of score: ScoreDetail?) {
        array("components") { items in
            for component in ScoreComponent.allCases {
                let line = score?.components.first { $0.component == component }
                items.object { fields in
                    fields.component(component, value: line?.value)
                    fields.field("weight", line?.weight)
                    fields.field("applied_weight", line?.appliedWeight)
                    fields.field("points", line.flatMap(\.points))
                    fields.field("reason", line?.reason)
                }
            }
        }
    }

    private mutating func component(_ component: ScoreComponent, value: Double?) {
        field("name", component.rawValue)
        field("value", value)
        field("measured", value != nil)
    }
}

extension TrendItem {
    /// The value of a component, 0–100; nil when it is not measured.
    fileprivate func value(of component: ScoreComponent) -> Double? {
        switch component {
        case .retail: retail
        case .price: price
        case .inventory: inventory
        case .media: media
        case .search: search
        }
    }
}

extension ScoreDetail.Component {
    /// How many of the score's points come from here, with two decimals like the score; nil when not measured.
    fileprivate var points: Double? {
        value.map { ($0 * appliedWeight * 100).rounded() / 100 }
    }
}

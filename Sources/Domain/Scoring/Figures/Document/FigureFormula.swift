/// A figure as a sum: every term's input times a number, and a number on top.
package struct FigureFormula: Hashable, Sendable {
    package let terms: [FigureTerm]
    package let plus: Double

    package init(terms: [FigureTerm], plus: Double) {
        self.terms = terms
        self.plus = plus
    }
}

extension FigureFormula: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case terms, plus
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        terms = try fields.decode([FigureTerm].self, forKey: .terms)
        plus = try fields.decode(Double.self, forKey: .plus)
    }
}

/// A token that is to be made.
package struct NewAPIToken: Sendable, Hashable {
    /// How long one may live, in days.
    package static let days = 1...365
    package static let usualDays = 90
    /// Characters in a name.
    package static let nameLength = 1...100

    package let name: String
    package let scopes: [APIScope]
    package let days: Int

    /// - Throws: `APITokenProblem` naming what is wrong.
    package init(name: String, scopes: Set<APIScope>, days: Int) throws(APITokenProblem) {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard Self.nameLength.contains(name.unicodeScalars.count),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .name }
        guard !scopes.isEmpty else { throw .noScope }
        guard Self.days.contains(days) else { throw .days }
        self.name = name
        self.scopes = APIScope.allCases.filter(scopes.contains)
        self.days = days
    }
}

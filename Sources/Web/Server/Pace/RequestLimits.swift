import Companies

/// How many requests a minute are answered, over all processes.
package struct RequestLimits: Sendable, Hashable {
    /// Of one token.
    package var token: Int
    /// Of all tokens of a company.
    package var company: Int
    /// Of one signed-in person, pages and API together.
    package var person: Int
    /// With tokens that are none, from one network.
    package var stranger: Int

    /// - Parameters: each 1 or more.
    package init(
        token: Int = APIClients.usualTokenLimit, company: Int = APIClients.usualCompanyLimit, person: Int = 600,
        stranger: Int = 120
    ) {
        self.token = token
        self.company = company
        self.person = person
        self.stranger = stranger
    }
}

import Companies

/// A program that asks the API.
struct Program: Sendable {
    let client: APIClient
    /// Whether it presents an access token instead of the API token itself. Such a one makes no others.
    let isShortLived: Bool
}

/// Whose jobs and sources pages are about: a company's, for its admins, or the platform's, for its operators.
package enum ConsoleArea: String, CaseIterable, Hashable, Sendable {
    case company, platform

    /// What every address of jobs begins with.
    package var prefix: String {
        switch self {
        case .company: "/jobs"
        case .platform: "/staff/jobs"
        }
    }

    /// What every address of alerts begins with.
    package var alertsPrefix: String {
        switch self {
        case .company: "/alerts"
        case .platform: "/staff/alerts"
        }
    }

    /// What every address of sources begins with.
    package var sourcesPrefix: String {
        switch self {
        case .company: "/sources"
        case .platform: "/staff/sources"
        }
    }
}

/// Whose jobs pages are about: a company's, for its admins, or everybody's, for operators of the platform.
package enum JobsArea: String, CaseIterable, Hashable, Sendable {
    case company, platform

    /// What every address of the area begins with.
    package var prefix: String {
        switch self {
        case .company: "/jobs"
        case .platform: "/staff/jobs"
        }
    }
}

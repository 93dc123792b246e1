package import Companies
package import Foundation

/// Reads the figures of a company, and of the platform where it is the house.
package struct AlertLook: Sendable {
    private let company: CompanyID
    private let database: CompanyDatabase
    private let platform: PlatformSurvey

    /// - Parameter platform: what the process can tell of the platform, besides what its tables say.
    package init(at company: CompanyID, database: CompanyDatabase, platform: PlatformSurvey) {
        self.company = company
        self.database = database
        self.platform = platform
    }

    /// - Parameter report: told what could not be read, and why. Nothing follows from that.
    package func survey(at moment: Date, report: (String, any Error) -> Void) async throws -> MetricSurvey {
        var survey = MetricSurvey()
        try await CompanySurvey(company: company, database: database, now: moment).read(into: &survey, report: report)
        if company == .house {
            try await platform.read(into: &survey, from: database, at: moment, report: report)
        }
        return survey
    }
}

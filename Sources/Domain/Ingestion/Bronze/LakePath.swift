import Catalog
import Companies
import Foundation

/// Where a run's file lies in the lake: the company first, so that one company's files are one folder; then what people look for.
struct LakePath: Sendable, Hashable {
    let text: String

    /// - Parameters:
    ///   - scope: the region or whatever part of the source was read; empty for all of it.
    ///   - startedAt: of the run; the date in the path is its day in UTC.
    init(company: CompanyID, source: String, scope: String, run: UUID, startedAt: Date) {
        let day = CalendarDay(utc: startedAt)
        let seconds = Int(startedAt.timeIntervalSince1970.rounded(.down))
        let time = (seconds % 86_400 + 86_400) % 86_400
        let stamp = Self.digits(time / 3_600, 2) + Self.digits(time / 60 % 60, 2) + Self.digits(time % 60, 2)
        text = [
            Self.folder(of: company), "source=\(Self.part(source))",
            "region=\(scope.isEmpty ? "all" : Self.part(scope))", "year=\(day.year)",
            "month=\(Self.digits(day.month, 2))", "day=\(Self.digits(day.day, 2))",
            "run_\(stamp)_\(run.uuidString.lowercased()).parquet",
        ].joined(separator: "/")
    }

    /// Whether a path leads into a company's folder and stays there.
    static func isWithin(_ company: CompanyID, _ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 1 && parts[0] == folder(of: company) && !parts.contains("..")
    }

    private static func folder(of company: CompanyID) -> String { "company=\(company)" }

    /// What is no letter, digit, hyphen or underscore would be something else to a file system or to a query.
    private static func part(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "_" })
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}

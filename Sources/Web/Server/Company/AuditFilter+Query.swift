import Companies
import Foundation
import Routes

extension AuditFilter {
    /// - Parameter timeZone: whose days the address means.
    /// - Returns: the filter, and whether a day in the address could not be read and was left out.
    static func read(_ query: AuditQuery, timeZone: String) -> (filter: AuditFilter, isBadDate: Bool) {
        let from = query.from.map { day($0, in: timeZone, plus: 0) }
        let until = query.until.map { day($0, in: timeZone, plus: 1) }
        let filter = AuditFilter(
            area: query.area, person: query.person.flatMap(UUID.init(uuidString:)).map(IdentityID.init(rawValue:)),
            from: from ?? nil, until: until ?? nil)
        return (filter, from == .some(nil) || until == .some(nil))
    }

    /// The beginning of a day, or of one later.
    private static func day(_ text: String, in timeZone: String, plus days: Int) -> Date? {
        guard let match = text.wholeMatch(of: #/(\d{4})-(\d{2})-(\d{2})/#), let year = Int(match.1),
            let month = Int(match.2), let day = Int(match.3), (1...12).contains(month), (1...31).contains(day),
            (1970...9999).contains(year)
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        let parts = DateComponents(year: year, month: month, day: day)
        guard parts.isValidDate(in: calendar), let start = calendar.date(from: parts) else { return nil }
        return calendar.date(byAdding: .day, value: days, to: start)
    }
}

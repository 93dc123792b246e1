import Catalog
import Companies
import Foundation
import Pages

/// What every page of a company needs besides its own content.
struct Frame: Sendable {
    let assets: AssetLinks
    let now: @Sendable () -> Date

    /// - Parameters:
    ///   - member: who looks.
    ///   - sources: the company's sources.
    func page(for member: Member, sources: [SourceFreshness]) -> PageFrame {
        let newest = sources.compactMap(\.lastImportedAt).max()
        let today = CalendarDay(utc: now())
        return page(
            for: member,
            freshness: newest.map {
                Freshness(newest: MomentStamp($0), staleSources: sources.count { $0.isStale(on: today) })
            })
    }

    func page(for member: Member, freshness: Freshness?) -> PageFrame {
        let moment = now()
        return PageFrame(
            company: member.session.company.name, person: member.session.displayName,
            csrf: FormToken.make(for: member.token), assets: assets,
            freshness: freshness, now: MomentStamp(moment), zone: Zone(member.session.company.timeZone, at: moment),
            isAdmin: member.session.role >= .admin,
            isOperator: member.session.staffRole == .operator,
            isReviewer: member.session.staffRole == .reviewer, openAlerts: member.session.openAlerts,
            platformAlerts: member.session.platformAlerts)
    }
}

extension MomentStamp {
    init(_ date: Date) {
        self.init(secondsSince1970: Int64(exactly: date.timeIntervalSince1970.rounded(.down)) ?? 0)
    }
}

extension DayStamp {
    init(_ day: CalendarDay) { self.init(daysSince2000: day.daysSince2000) }
}

extension MoneyAmount {
    init(_ money: Money) {
        self.init(
            minorUnits: money.minorUnits, currency: money.currency.code, minorDigits: money.currency.minorDigits)
    }
}

extension Zone {
    /// The zone of an IANA name at a moment; UTC for a name this machine does not know.
    init(_ name: String, at moment: Date) {
        guard let zone = TimeZone(identifier: name) else {
            self = .utc
            return
        }
        self.init(
            secondsFromUTC: zone.secondsFromGMT(for: moment), name: zone.abbreviation(for: moment) ?? name)
    }
}

/// What every page of a signed-in person has around it. The handler makes one per request.
package struct PageFrame: Sendable {
    package let company: String
    package let person: String
    package let csrf: String
    package let assets: AssetLinks
    package let freshness: Freshness?
    package let now: MomentStamp
    package let zone: Zone
    package let text: InterfaceText
    /// Whether the areas for admins of the company, and for operators of the platform, are in the rail.
    package let isAdmin: Bool
    package let isOperator: Bool
    /// Whether the queue of pairs is in the rail.
    package let isReviewer: Bool
    /// Alerts that nobody looks after yet: the company's, and the platform's.
    package let openAlerts: Int
    package let platformAlerts: Int

    /// - Parameters:
    ///   - company: the company's name.
    ///   - person: the person's name, or address if there is no name.
    ///   - csrf: the token for forms of this session.
    ///   - assets: the served names of style sheet, script and icon.
    ///   - freshness: nil before anything was imported.
    ///   - now: the moment of the request; ages are counted from it.
    ///   - zone: the person's zone; dates of lists are dates and do not depend on it.
    package init(
        company: String, person: String, csrf: String, assets: AssetLinks, freshness: Freshness?, now: MomentStamp,
        zone: Zone = .utc, text: InterfaceText = .english, isAdmin: Bool = false, isOperator: Bool = false,
        isReviewer: Bool = false, openAlerts: Int = 0, platformAlerts: Int = 0
    ) {
        self.company = company
        self.person = person
        self.csrf = csrf
        self.assets = assets
        self.freshness = freshness
        self.now = now
        self.zone = zone
        self.text = text
        self.isAdmin = isAdmin
        self.isOperator = isOperator
        self.isReviewer = isReviewer
        self.openAlerts = openAlerts
        self.platformAlerts = platformAlerts
    }

    /// Today in the person's zone.
    var today: DayStamp { now.local(in: zone).day }
}

/// One public holiday of a country: its name, how its day is found, and since when there is one.
struct HolidayRule: Sendable {
    /// What is given for a holiday that falls on a weekend.
    enum Substitute: Sendable {
        case none
        /// Friday for a Saturday, Monday for a Sunday.
        case nearest
        /// The next day from Monday on that is no holiday itself.
        case nextWorkday
        /// The next day that is no holiday itself, for a Sunday only.
        case afterSunday
    }

    let name: String
    let day: HolidayDay
    var years = 1...9999
    var substitute = Substitute.none

    init(_ name: String, _ day: HolidayDay, since: Int = 1, substitute: Substitute = .none) {
        self.name = name
        self.day = day
        years = since...9999
        self.substitute = substitute
    }

    init(_ name: String, _ month: Int, _ day: Int, since: Int = 1, substitute: Substitute = .none) {
        self.init(name, .fixed(month: month, day: day), since: since, substitute: substitute)
    }
}

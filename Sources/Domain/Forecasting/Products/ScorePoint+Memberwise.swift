package import Catalog

extension ScorePoint {
    package init(day: CalendarDay, score: Double, profile: String) {
        self.day = day
        self.score = score
        self.profile = profile
    }
}

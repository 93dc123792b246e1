package import Foundation

/// What people talk about: 360 posts a day, from ten days before the first day on and for ever.
extension SourceWorld {
    private static let roundSeconds = 1_200
    private static let postsOfRound = 5

    private var firstPost: Int { Int(start.timeIntervalSince1970.rounded(.down)) - 10 * 86_400 }

    /// When a post is written, by its number, from 0.
    func second(ofPost number: Int) -> Int {
        let place = number % Self.postsOfRound
        // Three at once, then two by themselves.
        let pause =
            switch place {
            case 3: 300 + Int(Self.chance(seed, number, 32) * 300)
            case 4: 700 + Int(Self.chance(seed, number, 32) * 400)
            default: 0
            }
        return firstPost + number / Self.postsOfRound * Self.roundSeconds + pause
    }

    /// How many posts are written before a second.
    func posts(before second: Int) -> Int {
        guard second > firstPost else { return 0 }
        let whole = (second - 1 - firstPost) / Self.roundSeconds * Self.postsOfRound
        return whole + (whole..<whole + Self.postsOfRound).count { self.second(ofPost: $0) < second }
    }

    /// What is written by a moment, the newest first.
    /// - Parameter since: older ones are left out.
    package func posts(by moment: Date, since: Date = .distantPast) -> [Submission] {
        let end = posts(before: Int(moment.timeIntervalSince1970.rounded(.down)) + 1)
        let begin = posts(before: Int(since.timeIntervalSince1970.rounded(.up)))
        return (begin..<max(begin, end)).reversed().map { Submission(number: $0, in: self) }
    }
}

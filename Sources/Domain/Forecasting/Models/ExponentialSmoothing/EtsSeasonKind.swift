/// How a season enters a recursion; chosen at compile time, so that a pass has no choice to make at each step.
protocol EtsSeasonKind {
    static var isSeasonal: Bool { get }
    static func expected(_ base: Double, _ index: Double) -> Double
    /// The part of an error that the level answers for.
    static func levelError(_ error: Double, _ index: Double) -> Double
    /// The part of an error that the season answers for.
    static func indexError(_ error: Double, _ base: Double) -> Double
}

enum EtsWithoutSeason: EtsSeasonKind {
    static var isSeasonal: Bool { false }
    @inline(__always) static func expected(_ base: Double, _ index: Double) -> Double { base }
    @inline(__always) static func levelError(_ error: Double, _ index: Double) -> Double { error }
    @inline(__always) static func indexError(_ error: Double, _ base: Double) -> Double { 0 }
}

enum EtsAdditiveSeason: EtsSeasonKind {
    static var isSeasonal: Bool { true }
    @inline(__always) static func expected(_ base: Double, _ index: Double) -> Double { base + index }
    @inline(__always) static func levelError(_ error: Double, _ index: Double) -> Double { error }
    @inline(__always) static func indexError(_ error: Double, _ base: Double) -> Double { error }
}

enum EtsMultiplicativeSeason: EtsSeasonKind {
    static var isSeasonal: Bool { true }
    @inline(__always) static func expected(_ base: Double, _ index: Double) -> Double { base * index }
    @inline(__always) static func levelError(_ error: Double, _ index: Double) -> Double { error / index }
    @inline(__always) static func indexError(_ error: Double, _ base: Double) -> Double { error / base }
}

/// What each candidate says of one series: of the future, and of the past from each origin.
struct SeriesTrial: Sendable {
    /// Known values at each origin, latest first.
    let origins: [Int]
    /// By candidate; nil where it has nothing to say.
    var future: [[Double]?]
    /// By candidate, then by origin.
    var past: [[[Double]?]]

    /// The mean of some candidates' paths, where the first of them that is missing leaves the rest; nil where all are missing.
    static func mean(_ paths: some Sequence<[Double]?>) -> [Double]? {
        var sum: [Double] = []
        var count = 0.0
        for case let path? in paths {
            if sum.isEmpty {
                sum = path
            } else {
                for step in sum.indices { sum[step] += path[step] }
            }
            count += 1
        }
        guard count > 0 else { return nil }
        if count > 1 { for step in sum.indices { sum[step] /= count } }
        return sum
    }
}

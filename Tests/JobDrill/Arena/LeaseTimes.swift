/// How long a silent worker is counted on.
struct LeaseTimes: Sendable {
    /// The product's: 30 s, renewed every 10, looked at every 5.
    static let product = LeaseTimes(lease: 30_000, renewal: 10_000, rescue: 0)
    /// Short ones, for more trials in the same time.
    static let quick = LeaseTimes(lease: 2_000, renewal: 500, rescue: 250)

    let lease: Int
    let renewal: Int
    /// 0 for the housekeeper's own.
    let rescue: Int

    var arguments: [String] { ["--lease", "\(lease)", "--renewal", "\(renewal)", "--rescue", "\(rescue)"] }
}

/// How a simulated series strays from its mean.
enum NoiseKind: Sendable, Hashable {
    /// A first-order autoregression with this correlation; its deviation is a share of the mean.
    case autoregressive(correlation: Double, share: Double)
    /// Independent Poisson counts.
    case poisson
    /// Counts whose rate itself varies by this share from step to step, independent.
    case overdispersed(share: Double)
    /// As `autoregressive`, but one value in twenty strays five times as far.
    case wild(correlation: Double, share: Double)
}

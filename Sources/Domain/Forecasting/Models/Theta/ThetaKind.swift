/// Which of the theta models of Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016).
package enum ThetaKind: Sendable {
    /// θ is 2 and the line is that of the whole history: the method of Assimakopoulos and Nikolopoulos (2000).
    case standard
    /// θ is estimated.
    case optimised
    /// θ is estimated, and the line of each step is that of the values before it.
    case dynamicOptimised

    var isDynamic: Bool { self == .dynamicOptimised }
}

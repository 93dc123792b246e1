/// Overall weighted average: the mean of a set's sMAPE and MASE, each over that of Naive2. Below 1 is better than Naive2.
///
/// Not defined where either of Naive2's is 0 or undefined.
/// Source: the M4 competition (Makridakis, Spiliotis, Assimakopoulos, 2020).
package enum OWA {
    package static func value(smape: Double?, mase: Double?, naiveSMAPE: Double?, naiveMASE: Double?) -> Double? {
        guard let smape, let mase, let naiveSMAPE, let naiveMASE, naiveSMAPE > 0, naiveMASE > 0 else { return nil }
        return (smape / naiveSMAPE + mase / naiveMASE) / 2
    }
}

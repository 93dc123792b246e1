import CXGBoost

/// Rows with their answers, as the library holds them.
final class Dataset {
    let handle: DMatrixHandle

    /// - Throws: `BoostingProblem`.
    init(_ matrix: FeatureMatrix, labels: [Float] = [], weights: [Float] = []) throws(BoostingProblem) {
        var made: DMatrixHandle?
        let status = matrix.values.withUnsafeBufferPointer {
            XGDMatrixCreateFromMat(
                $0.baseAddress, bst_ulong(matrix.count), bst_ulong(matrix.width), .nan, &made)
        }
        guard status == 0, let made else { throw Booster.problem() }
        handle = made
        for (name, values) in [("label", labels), ("weight", weights)] where !values.isEmpty {
            guard XGDMatrixSetFloatInfo(made, name, values, bst_ulong(values.count)) == 0 else {
                throw Booster.problem()
            }
        }
    }

    deinit { XGDMatrixFree(handle) }
}

/// How trees are grown. The names are those of XGBoost (Chen and Guestrin, KDD 2016); everything else is as it is there.
package struct BoostingSettings: Sendable, Hashable, Codable {
    /// What is learned.
    package enum Objective: String, Sendable, Hashable, Codable {
        /// Of a yes or no, how probable yes is: 0...1.
        case probability = "binary:logistic"
        /// A number, by squared errors.
        case number = "reg:squarederror"
        /// A number, by absolute errors.
        case median = "reg:absoluteerror"
    }

    package var objective = Objective.probability
    /// Trees at most.
    package var rounds = 300
    /// Rounds without an improvement on the data held back after which growing ends; nil for never.
    package var patience: Int?
    /// How much a tree changes, 0...1.
    package var rate = 0.1
    /// Questions from root to leaf, at most.
    package var depth = 6
    /// What a leaf must weigh at least.
    package var leastWeight = 1.0
    /// Rows and columns that a tree sees, 0...1.
    package var rowShare = 1.0
    package var columnShare = 1.0
    /// L2 and L1 regularisation of leaves.
    package var ridge = 1.0
    package var lasso = 0.0
    /// What a split must gain at least.
    package var leastGain = 0.0
    /// Parts that a column is divided into before trees are grown.
    package var bins = 256
    /// For each column: 1 where a greater number may only raise the result, -1 where it may only lower it, 0 for either; empty for all 0.
    package var directions: [Int] = []
    package var seed: UInt32 = 1
    /// Threads; the result does not depend on them.
    package var threads = 1

    package init() {}

    var parameters: [(name: String, value: String)] {
        var parameters = [
            ("objective", objective.rawValue), ("eta", "\(rate)"), ("max_depth", "\(depth)"),
            ("min_child_weight", "\(leastWeight)"), ("subsample", "\(rowShare)"),
            ("colsample_bytree", "\(columnShare)"),
            ("lambda", "\(ridge)"), ("alpha", "\(lasso)"), ("gamma", "\(leastGain)"), ("seed", "\(seed)"),
            ("nthread", "\(threads)"), ("max_bin", "\(bins)"), ("tree_method", "hist"), ("verbosity", "0"),
            ("eval_metric", objective == .probability ? "logloss" : objective == .number ? "rmse" : "mae"),
        ]
        if directions.contains(where: { $0 != 0 }) {
            parameters.append(("monotone_constraints", "(\(directions.map { "\($0)" }.joined(separator: ",")))"))
        }
        return parameters
    }
}

import Synchronization

/// Trees that were grown one after the other, each on what those before it got wrong. Of a yes or no they say how probable yes is, of
/// a number which. Asking them changes nothing; whoever asks at the same time waits.
package final class BoostedTrees: Sendable {
    // The library keeps what it answers with the booster, so one asks at a time.
    private let booster: Mutex<Booster>
    /// Numbers of a row.
    package let width: Int
    /// Trees.
    package let rounds: Int

    private init(_ booster: consuming sending Booster, width: Int) {
        rounds = booster.rounds
        self.booster = Mutex(booster)
        self.width = width
    }

    // MARK: - Growing

    /// - Parameters:
    ///   - labels: an answer for each row: 0 or 1 for a yes or no.
    ///   - weights: how much each row counts; empty for all the same.
    ///   - held: rows and answers that are not learned from, for `settings.patience`.
    ///   - progress: told of every round; false ends growing.
    /// - Throws: `BoostingProblem`.
    package static func grow(
        from matrix: FeatureMatrix, labels: [Float], weights: [Float] = [],
        held: (matrix: FeatureMatrix, labels: [Float])? = nil, _ settings: BoostingSettings,
        progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
    ) throws(BoostingProblem) -> BoostedTrees {
        guard matrix.count > 0, labels.count == matrix.count, weights.isEmpty || weights.count == matrix.count else {
            throw BoostingProblem(description: "there are \(matrix.count) rows with \(labels.count) answers")
        }
        let data = try Dataset(matrix, labels: labels, weights: weights)
        let watch: Dataset? = if let held { try Dataset(held.matrix, labels: held.labels) } else { nil }
        let booster = try Booster.make([data, watch].compactMap(\.self))
        for (name, value) in settings.parameters { try booster.set(name, value) }
        var best = (loss: Double.infinity, round: 0)
        for round in 0..<settings.rounds {
            try booster.grow(round: round, from: data)
            if let watch, let patience = settings.patience {
                let loss = try booster.loss(on: watch, round: round)
                if loss < best.loss - 1e-9 { best = (loss, round) }
                if round - best.round >= patience { break }
            }
            guard progress(round + 1, settings.rounds) else { break }
        }
        guard watch != nil, settings.patience != nil else { return BoostedTrees(booster, width: matrix.width) }
        // What was grown after the best round made it worse.
        return BoostedTrees(try booster.cut(to: best.round + 1), width: matrix.width)
    }

    // MARK: - Asking

    /// - Returns: for each row, in their order: a probability or a number.
    /// - Throws: `BoostingProblem`.
    package func predict(_ matrix: FeatureMatrix) throws(BoostingProblem) -> [Float] {
        try ask(matrix, mask: 0)
    }

    /// What each number of a row contributes to its result, in log-odds or in units of the number; the last is what there is without
    /// any (Lundberg and others, "Consistent individualized feature attribution for tree ensembles", 2018). Their sum is the result.
    /// - Throws: `BoostingProblem`.
    package func contributions(_ matrix: FeatureMatrix) throws(BoostingProblem) -> [[Float]] {
        let flat = try ask(matrix, mask: 4)
        return stride(from: 0, to: flat.count, by: width + 1).map { Array(flat[$0..<$0 + width + 1]) }
    }

    private func ask(_ matrix: FeatureMatrix, mask: Int32) throws(BoostingProblem) -> [Float] {
        guard matrix.count > 0 else { return [] }
        guard matrix.width == width else {
            throw BoostingProblem(description: "the rows have \(matrix.width) numbers, and \(width) are known")
        }
        return try booster.withLock { booster throws(BoostingProblem) -> [Float] in
            try booster.predict(try Dataset(matrix), mask: mask)
        }
    }

    // MARK: - Keeping

    /// As the library writes it, for `init(bytes:width:threads:)`.
    /// - Throws: `BoostingProblem`.
    package func bytes() throws(BoostingProblem) -> [UInt8] {
        try booster.withLock { booster throws(BoostingProblem) -> [UInt8] in try booster.bytes() }
    }

    /// - Parameters:
    ///   - bytes: what `bytes()` gave. Only what we wrote ourselves: the library trusts what it reads.
    ///   - width: numbers of a row it was grown from.
    /// - Throws: `BoostingProblem`.
    package convenience init(bytes: [UInt8], width: Int, threads: Int = 1) throws(BoostingProblem) {
        let booster = try Booster.make([])
        try booster.load(bytes)
        try booster.set("nthread", "\(threads)")
        self.init(booster, width: width)
    }
}

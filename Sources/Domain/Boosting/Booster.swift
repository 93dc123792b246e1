import CXGBoost

/// What the library holds of grown trees; freed with this.
struct Booster: ~Copyable {
    let handle: BoosterHandle

    init(_ handle: BoosterHandle) { self.handle = handle }

    deinit { XGBoosterFree(handle) }

    static func problem() -> BoostingProblem {
        let text = XGBGetLastError().map { String(cString: $0) } ?? "unknown"
        // The library appends a stack trace.
        return BoostingProblem(description: String(text.prefix { $0 != "\n" }))
    }

    /// - Parameter data: what it will be grown from and watched on.
    static func make(_ data: [Dataset]) throws(BoostingProblem) -> Booster {
        var handles: [DMatrixHandle?] = data.map(\.handle)
        var made: BoosterHandle?
        guard XGBoosterCreate(&handles, bst_ulong(handles.count), &made) == 0, let made else { throw problem() }
        return Booster(made)
    }

    func set(_ name: String, _ value: String) throws(BoostingProblem) {
        guard XGBoosterSetParam(handle, name, value) == 0 else { throw Self.problem() }
    }

    func grow(round: Int, from data: Dataset) throws(BoostingProblem) {
        guard XGBoosterUpdateOneIter(handle, Int32(round), data.handle) == 0 else { throw Self.problem() }
    }

    /// How wrong the trees are about rows, by the measure of their objective.
    func loss(on data: Dataset, round: Int) throws(BoostingProblem) -> Double {
        var handles: [DMatrixHandle?] = [data.handle]
        var text: UnsafePointer<CChar>?
        let status = "held".withCString { name in
            var names: [UnsafePointer<CChar>?] = [name]
            return XGBoosterEvalOneIter(handle, Int32(round), &handles, &names, 1, &text)
        }
        guard status == 0, let text,
            let number = String(cString: text).split(separator: ":").last.flatMap({ Double($0) })
        else { throw Self.problem() }
        return number
    }

    /// The first trees alone.
    func cut(to rounds: Int) throws(BoostingProblem) -> Booster {
        var made: BoosterHandle?
        guard XGBoosterSlice(handle, 0, Int32(rounds), 1, &made) == 0, let made else { throw Self.problem() }
        return Booster(made)
    }

    /// - Parameter mask: what is asked, as the library numbers it: 0 for results, 4 for contributions.
    func predict(_ data: Dataset, mask: Int32) throws(BoostingProblem) -> [Float] {
        var count: bst_ulong = 0
        var found: UnsafePointer<Float>?
        guard XGBoosterPredict(handle, data.handle, mask, 0, 0, &count, &found) == 0, let found else {
            throw Self.problem()
        }
        return Array(UnsafeBufferPointer(start: found, count: Int(count)))
    }

    func bytes() throws(BoostingProblem) -> [UInt8] {
        var count: bst_ulong = 0
        var found: UnsafePointer<CChar>?
        guard XGBoosterSaveModelToBuffer(handle, #"{"format": "ubj"}"#, &count, &found) == 0, let found else {
            throw Self.problem()
        }
        return Array(UnsafeRawBufferPointer(start: found, count: Int(count)))
    }

    func load(_ bytes: [UInt8]) throws(BoostingProblem) {
        guard XGBoosterLoadModelFromBuffer(handle, bytes, bst_ulong(bytes.count)) == 0 else { throw Self.problem() }
    }

    var rounds: Int {
        var rounds: Int32 = 0
        XGBoosterBoostedRounds(handle, &rounds)
        return Int(rounds)
    }
}

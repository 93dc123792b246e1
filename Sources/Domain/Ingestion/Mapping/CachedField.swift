/// A field whose values repeat: computed once per distinct text.
struct CachedField<Value> {
    private let plans: [RulePlan]
    private let caches: [ByteCache<Value?>?]
    private let scratch: ScratchBytes
    private let compute: (RulePlan, String) -> Value?
    private let environment: TransformEnvironment

    /// - Parameters:
    ///   - repeats: false for what differs in nearly every record, where remembering costs more than it saves.
    ///   - compute: the value of a text after transforms; `nil` lets the next rule try.
    init(
        plans: [RulePlan], scratch: ScratchBytes, environment: TransformEnvironment, repeats: Bool = true,
        compute: @escaping (RulePlan, String) -> Value?
    ) {
        self.plans = plans
        self.scratch = scratch
        self.environment = environment
        self.compute = compute
        // Names hardly repeat, so what is read from them is not worth keeping.
        caches = plans.map { repeats && $0.reading != .vintageFromName ? ByteCache() : nil }
    }

    /// The value of the first rule that gives one.
    @inline(__always)
    func value(_ record: RecordView) -> Value? {
        for (index, plan) in plans.enumerated() {
            let raw = plan.raw(record, scratch: scratch)
            if raw.isEmpty { continue }
            let found: Value?
            if let cache = caches[index] {
                found = cache.value(for: raw) { plan.text(raw, in: environment).flatMap { compute(plan, $0) } }
            } else {
                found = plan.text(raw, in: environment).flatMap { compute(plan, $0) }
            }
            if let found { return found }
        }
        return nil
    }
}

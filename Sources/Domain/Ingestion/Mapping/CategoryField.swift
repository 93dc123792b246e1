import Catalog

/// Finds a record's category: the first rule that gives one of the closed list counts. The source's words are those of
/// that rule, or of the last rule that has any.
struct CategoryField {
    private let fields: [CachedField<CategoryReading>]

    init(plans: [RulePlan], scratch: ScratchBytes, environment: TransformEnvironment) {
        fields = plans.map { plan in
            // What the source says is the text before its translation.
            let isMap = { (step: TextTransform) in if case .map = step { true } else { false } }
            let maps = plan.transforms.filter(isMap)
            let isConstant = if case .constant = plan.source { true } else { false }
            return CachedField(
                plans: [plan.with(transforms: plan.transforms.filter { !isMap($0) })], scratch: scratch,
                environment: environment
            ) { _, text in
                var code: String? = text
                for step in maps { code = code.flatMap { step.apply($0, in: environment) } }
                return CategoryReading(
                    code: code.flatMap { CategoryCode(rawValue: $0) }, sourceText: isConstant ? nil : text)
            }
        }
    }

    func value(_ record: RecordView) -> CategoryReading {
        var words: String?
        for field in fields {
            guard let reading = field.value(record) else { continue }
            if reading.code != nil { return reading }
            words = reading.sourceText ?? words
        }
        return CategoryReading(code: nil, sourceText: words)
    }
}

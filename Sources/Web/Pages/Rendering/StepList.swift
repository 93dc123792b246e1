/// Collects steps, joining neighbouring literals.
struct StepList<Value: PageValue> {
    private(set) var steps: [Step<Value>] = []

    mutating func add(literal bytes: [UInt8]) {
        if case .literal(let before) = steps.last {
            steps[steps.count - 1] = .literal(before + bytes)
        } else if !bytes.isEmpty {
            steps.append(.literal(bytes))
        }
    }

    mutating func add(_ step: Step<Value>) {
        if case .literal(let bytes) = step {
            add(literal: bytes)
        } else {
            steps.append(step)
        }
    }

    mutating func add(all steps: [Step<Value>]) {
        for step in steps {
            add(step)
        }
    }
}

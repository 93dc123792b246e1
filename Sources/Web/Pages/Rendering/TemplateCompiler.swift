/// Turns parsed templates into programs for page values.
///
/// Everything that can be wrong with a template is found here: unknown names and texts, fields used for what they are
/// not meant for, and places where escaping would not be enough (``MarkupContext``). Partials, layouts and the texts of
/// the interface are put in, so a program is one flat list of bytes and reads.
struct TemplateCompiler {
    /// Names beginning with this are texts of the interface, not fields.
    static let textPrefix = "text."
    /// The deepest nesting of partials; more means that one includes itself.
    static let deepest = 16

    let templates: [String: [TemplateNode]]
    let text: InterfaceText

    /// The program of a page.
    func program<P: Page>(for page: P.Type) throws(TemplateProblem) -> Program<P> {
        var scope = TemplateScope(place: P.template)
        let steps = try steps(of: nodes(of: P.template, from: scope, line: 0), for: P.self, scope: &scope)
        try scope.context.finish(place: P.template)
        return Program(steps: steps)
    }

    /// The program of what a page puts into its layout's `main` block; all of a template that has no layout.
    func mainProgram<P: FramedPage>(for page: P.Type) throws(TemplateProblem) -> Program<P> {
        var scope = TemplateScope(place: P.template)
        for case .parent(_, let blocks, _) in try nodes(of: P.template, from: scope, line: 0) {
            guard let main = blocks["main"] else { continue }
            let steps = try steps(of: main, for: P.self, scope: &scope)
            try scope.context.finish(place: P.template)
            return Program(steps: steps)
        }
        return try program(for: page)
    }

    /// The layout's program in two, cut where the main part goes.
    func frameProgram() throws(TemplateProblem) -> (before: Program<FramePage>, after: Program<FramePage>) {
        let steps = try program(for: FramePage.self).steps
        let cut = steps.firstIndex { step in
            if case .markup = step { true } else { false }
        }
        guard let cut else {
            throw TemplateProblem(place: FramePage.template, line: 1, reason: "the layout shows no main part")
        }
        return (Program(steps: Array(steps[..<cut])), Program(steps: Array(steps[(cut + 1)...])))
    }

    /// The steps of some nodes for values of one type.
    func steps<Value: PageValue>(
        of nodes: [TemplateNode], for type: Value.Type, scope: inout TemplateScope
    ) throws(TemplateProblem) -> [Step<Value>] {
        var list = StepList<Value>()
        for node in nodes {
            switch node {
            case .text(let text, let line):
                try scope.scan(Array(text.utf8), line: line)
                list.add(literal: Array(text.utf8))
            case .variable(let name, let raw, let line):
                try variable(name, raw: raw, line: line, scope: &scope, list: &list)
            case .section(let name, let inverted, let inner, let line):
                list.add(try section(name, inverted: inverted, inner, line: line, scope: &scope))
            case .partial(let name, let line):
                var inside = try scope.entering(name, line: line, blocks: scope.blocks)
                list.add(all: try steps(of: self.nodes(of: name, from: scope, line: line), for: type, scope: &inside))
                scope.context = inside.context
            case .parent(let name, let blocks, let line):
                // The outermost definition of a block wins, as in mustache.
                let bodies = blocks.mapValues { TemplateScope.Block(place: scope.place, nodes: $0) }
                let merged = scope.blocks.merging(bodies) { outer, _ in outer }
                var inside = try scope.entering(name, line: line, blocks: merged)
                list.add(all: try steps(of: self.nodes(of: name, from: scope, line: line), for: type, scope: &inside))
                scope.context = inside.context
            case .block(let name, let standard, let line):
                let block = scope.blocks[name]
                var inside = try scope.entering(block?.place ?? scope.place, line: line, blocks: scope.blocks)
                list.add(all: try steps(of: block?.nodes ?? standard, for: type, scope: &inside))
                scope.context = inside.context
            }
        }
        return list.steps
    }

    private func nodes(of name: String, from scope: TemplateScope, line: Int) throws(TemplateProblem) -> [TemplateNode]
    {
        guard let nodes = templates[name] else {
            throw TemplateProblem(place: scope.place, line: line, reason: "there is no template named \(name)")
        }
        return nodes
    }

    private func variable<Value: PageValue>(
        _ name: String, raw: Bool, line: Int, scope: inout TemplateScope, list: inout StepList<Value>
    ) throws(TemplateProblem) {
        if name.hasPrefix(Self.textPrefix) {
            guard !raw, let words = text[raw: String(name.dropFirst(Self.textPrefix.count))] else {
                throw scope.problem(line, "there is no text named \(name)")
            }
            try scope.show(.text, line: line)
            return list.add(literal: HTMLBuffer.escaped(words))
        }
        guard let field = Value.shape.field(name) else {
            throw scope.problem(line, "\(Value.self) has no field named \(name)")
        }
        switch (field.kind, raw) {
        case (.text(let read), false):
            try scope.show(.text, line: line)
            list.add(.text(read))
        case (.optionalText(let read), false):
            try scope.show(.text, line: line)
            list.add(.optionalText(read))
        case (.link(let read), false):
            try scope.show(.link, line: line)
            list.add(.optionalText(read))
        case (.markup(let read), true):
            try scope.show(.markup, line: line)
            list.add(.markup(read))
        default:
            throw scope.problem(line, "\(name) cannot be shown \(raw ? "without escaping" : "as text")")
        }
    }

    private func section<Value: PageValue>(
        _ name: String, inverted: Bool, _ inner: [TemplateNode], line: Int, scope: inout TemplateScope
    ) throws(TemplateProblem) -> Step<Value> {
        guard let field = Value.shape.field(name) else {
            throw scope.problem(line, "\(Value.self) has no field named \(name)")
        }
        let holds: @Sendable (Value) -> Bool
        switch field.kind {
        case .text: throw scope.problem(line, "\(name) is always there, so it needs no section")
        case .nested(let nested) where !inverted:
            return try repeated(nested, inner, line: line, scope: &scope)
        case .nested(let nested): holds = { nested.isEmpty($0) }
        case .flag(let read): holds = { read($0) != inverted }
        case .optionalText(let read): holds = { (read($0) == nil) == inverted }
        case .link(let read): holds = { (read($0) == nil) == inverted }
        case .markup(let read): holds = { (read($0) == nil) == inverted }
        }
        let before = scope.context
        let steps: [Step<Value>] = try steps(of: inner, for: Value.self, scope: &scope)
        try scope.expect(before, after: name, line: line)
        return .when(holds, Program(steps: steps))
    }

    private func repeated<Nested: NestedField>(
        _ nested: Nested, _ inner: [TemplateNode], line: Int, scope: inout TemplateScope
    ) throws(TemplateProblem) -> Step<Nested.Value> {
        let before = scope.context
        let steps = try steps(of: inner, for: Nested.Inner.self, scope: &scope)
        try scope.expect(before, after: "\(Nested.Inner.self)", line: line)
        return nested.step(steps)
    }
}

/// Where the compiler is: the template, the blocks given to it, and the place in the HTML.
struct TemplateScope {
    /// The body of a block and the template that gave it.
    struct Block {
        let place: String
        let nodes: [TemplateNode]
    }

    /// The template's name, for messages.
    let place: String
    var blocks: [String: Block] = [:]
    var depth = 0
    var context = MarkupContext()

    init(place: String) {
        self.place = place
    }

    /// The scope inside another template at the same place in the HTML.
    func entering(_ name: String, line: Int, blocks: [String: Block]) throws(TemplateProblem) -> TemplateScope {
        guard depth < TemplateCompiler.deepest else {
            throw problem(line, "\(name) includes itself")
        }
        var scope = TemplateScope(place: name)
        scope.blocks = blocks
        scope.depth = depth + 1
        scope.context = context
        return scope
    }

    /// Follows literal HTML.
    mutating func scan(_ bytes: [UInt8], line: Int) throws(TemplateProblem) {
        do {
            try context.scan(bytes)
        } catch {
            throw problem(line, error.reason)
        }
    }

    /// Follows a variable.
    mutating func show(_ kind: MarkupContext.Content, line: Int) throws(TemplateProblem) {
        do {
            try context.show(kind)
        } catch {
            throw problem(line, error.reason)
        }
    }

    /// A section must leave the HTML where it found it, or whatever follows would depend on data.
    func expect(_ before: MarkupContext, after name: String, line: Int) throws(TemplateProblem) {
        guard context.isSamePlace(as: before) else {
            throw problem(line, "the section \(name) does not end where it began (an open tag or quote)")
        }
    }

    func problem(_ line: Int, _ reason: String) -> TemplateProblem {
        TemplateProblem(place: place, line: line, reason: reason)
    }
}

import Testing

@Suite struct TextRuleTests {
    private func files() throws -> [SourceFile] {
        try Checkout.current.get().files
    }

    private func source(_ text: String, _ path: String = "Sources/Domain/Catalog/A.swift") -> [SourceFile] {
        [SourceFile(path: path, text: text)]
    }

    @Test func files_are_short() throws {
        expectNone(try TextRules.size(files()))
    }

    @Test func a_long_file_is_found() {
        let lines = { (count: Int) in String(repeating: "// line\n", count: count) }
        #expect(TextRules.size(source(lines(500))) == [])
        #expect(TextRules.size(source(lines(501))).count == 1)
        #expect(TextRules.size(source(lines(800), "Tests/CatalogTests/A.swift")) == [])
        #expect(TextRules.size(source(lines(801), "Tests/CatalogTests/A.swift")).count == 1)
    }

    @Test func concurrency_is_checked() throws {
        expectNone(try TextRules.unchecked(files()))
    }

    @Test func unchecked_concurrency_is_found() {
        let bad = source("final class A: @unchecked Sendable {\n nonisolated(unsafe) var b = 1\n}")
        #expect(TextRules.unchecked(bad).count == 2)
        #expect(TextRules.unchecked(bad, reviewed: [bad[0].path: "reviewed"]) == [])
        #expect(TextRules.unchecked(source("// @unchecked Sendable would not do")) == [])
    }

    @Test func the_product_does_not_trap() throws {
        expectNone(try TextRules.traps(files()))
    }

    @Test func a_trap_is_found() {
        let text = "let a = try! b()\nlet c = d as! E\nfatalError(\"no\")\nlet text = \"try! this\""
        #expect(TextRules.traps(source(text)).count == 3)
        #expect(TextRules.traps(source(text, "Tests/CatalogTests/A.swift")) == [])
    }

    @Test func nothing_is_left_to_be_done() throws {
        expectNone(try TextRules.reminders(files()))
    }

    @Test func a_reminder_is_found() {
        #expect(TextRules.reminders(source("// TO" + "DO: later")).count == 1)
        #expect(TextRules.reminders(source("-- FIX" + "ME", "migrations/0001_a.up.sql")).count == 1)
    }

    @Test func settings_are_read_in_one_place() throws {
        expectNone(try TextRules.environment(files()))
    }

    @Test func a_look_into_the_environment_is_found() {
        let text = "let a = ProcessInfo.processInfo.environment[\"A\"]\nlet b = getenv(\"B\")"
        #expect(TextRules.environment(source(text)).count == 2)
        #expect(TextRules.environment(source(text, "Sources/Web/CLI/Settings.swift")) == [])
        #expect(TextRules.environment(source(text, "Tests/Support/Database.swift")) == [])
    }

    @Test func no_file_names_a_path_of_one_machine() throws {
        expectNone(try TextRules.machinePaths(files()))
    }

    @Test(arguments: ["see /wo" + "rk/shared", "(/wo" + "rk)", "\"/fa" + "rm/a\"", "/op" + "t/swift/bin"])
    func a_path_of_one_machine_is_found(text: String) {
        #expect(TextRules.machinePaths(source(text, "docs/a.md")).count == 1)
    }

    @Test(arguments: [
        "api/wo" + "rk/", "/wo" + "rkers", "../wo" + "rk", "./fa" + "rm", "/op" + "t/swiftly", "net" + "wo" + "rk",
    ])
    func other_paths_are_fine(text: String) {
        #expect(TextRules.machinePaths(source(text, "docs/a.md")) == [])
    }
}

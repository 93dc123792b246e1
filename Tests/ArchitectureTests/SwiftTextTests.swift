import Testing

@Suite struct SwiftTextTests {
    @Test(arguments: [
        ("let a = 1 // try! it", "let a = 1           "),
        ("/* a /* b */ try! */ c", "                     c"),
        ("\"try!\" + x", "\"    \" + x"),
        ("\"a\\\"try!\" + x", "\"       \" + x"),
        ("\"\\(f(\"try!\"))b\" + x", "\"  f(\"    \")) \" + x"),
        ("#\"a\"try!\"# + x", "#\"      \"# + x"),
        ("\"\"\"\ntry! \"q\"\n\"\"\" + x", "\"\"\"\n        \n\"\"\" + x"),
    ])
    func comments_and_strings_are_blanked(text: String, code: String) {
        #expect(SwiftText.codeOnly(text) == code)
    }

    @Test func code_stays_and_lines_keep_their_numbers() {
        let file = SourceFile(path: "Sources/A.swift", text: "// x\nlet a = try! f(\"try!\")\n\n/* */ try! g()\n")
        #expect(SourceFile.lines(of: "try!", in: file.code) == [2, 4])
        #expect(file.lineCount == 4)
    }

    @Test func imports_are_found_in_every_form() {
        let text = """
            import A
            package import B
            @testable import C
            public import struct D.Thing
            @_spi(Tenancy) package import E
            // import F
            let text = "import G"
            let important = 1
            @preconcurrency import H.Sub
            """
        let imports = ImportLine.all(in: SourceFile(path: "Sources/A.swift", text: text))
        #expect(imports.map(\.module) == ["A", "B", "C", "D", "E", "H"])
        #expect(imports.map(\.line) == [1, 2, 3, 4, 5, 9])
        #expect(imports[4].attributes.contains { $0.hasPrefix("@_spi") })
    }
}

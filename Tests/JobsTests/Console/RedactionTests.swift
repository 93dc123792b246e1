import Jobs
import Testing

@Suite struct RedactionTests {
    private static let canary = "CANARY-s3cr3t"

    @Test(arguments: [
        #"{"password":"CANARY-s3cr3t"}"#, #"{"a":{"b":[{"apiToken":"CANARY-s3cr3t"}]}}"#,
        #"{"PRIVATE_KEY":{"x":["CANARY-s3cr3t"]}}"#, #"{"Set-Cookie":["CANARY-s3cr3t"]}"#,
        #"{"clientSecret":"CANARY-s3cr3t","n":1}"#, #"[{"token":"CANARY-s3cr3t"}]"#,
        #"{"inner":"{\"password\":\"CANARY-s3cr3t\"}"}"#, #"{"inner":" [{\"token\":\"CANARY-s3cr3t\"}]"}"#,
        #"{"pin":"CANARY-s3cr3t"}"#, #"{"deep":{"PIN":["CANARY-s3cr3t"]}}"#, #"{"p\u0061ssword":"CANARY-s3cr3t"}"#,
        #"{"pin": CANARY-s3cr3t"#, "password=CANARY-s3cr3t", #"{"password":"x","password":"CANARY-s3cr3t"}"#,
    ])
    func no_secret_is_shown(_ json: String) {
        let arguments = RedactedArguments(json, names: ["pin"])
        #expect(arguments.text?.contains(Self.canary) != true, "\(arguments.text ?? "")")
    }

    @Test func everything_else_is() throws {
        let text = try #require(
            RedactedArguments(#"{"url":"https://a/b","number":3,"big":9007199254740993,"no":null}"#, names: []).text)
        for part in ["https://a/b", "3", "9007199254740993", "null"] { #expect(text.contains(part)) }
        #expect(RedactedArguments(#"{"token":"x"}"#, names: []).text?.contains("[redacted]") == true)
    }

    @Test func an_error_that_repeats_a_secret_is_masked() {
        let arguments = RedactedArguments(#"{"password":"hunter22","user":"ada"}"#, names: [])
        #expect(arguments.masking("login of ada with hunter22 failed") == "login of ada with [redacted] failed")
    }
}

/// Text that tries to become markup, a URL scheme or a script, in many spellings.
enum Payloads {
    static let all: [String] = elements + attributes + urls + oddities

    private static let elements = [
        "<script>alert(1)</script>", "</title><script>alert(1)</script>",
        "</option></select><img src=x onerror=alert(1)>",
        "</pre><svg/onload=alert(1)>", "<svg><animate onbegin=alert(1) attributeName=x>", "<!--", "--><b>",
        "<![CDATA[<b>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<iframe srcdoc='<b>'>",
        "<base href=//evil>",
        "<style>*{color:red}</style>", "<link rel=stylesheet href=//evil>", "<form action=//evil><input>",
        "<plaintext>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "</textarea><b>",
        "<details open ontoggle=alert(1)>",
        "<a href=javascript:alert(1)>x</a>", "<?xml version='1.0'?>", "<template><b></template>", "</svg><b>",
        "</bdi><b>",
        "<meta http-equiv=refresh content='0;url=//evil'>", "<object data=//evil>", "<embed src=//evil>", "<x/y z>",
    ]

    private static let attributes = [
        "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\"><b>", "'><b>", "\" autofocus onfocus=alert(1) x=\"",
        "x\" style=\"position:fixed", "`onmouseover=alert(1)`", "\"/><b>", "\\\" onerror=alert(1)", "&quot;><b>",
        "&#34;><b>",
        "&lt;b&gt;", "&amp;lt;b&amp;gt;", "\"\n\tonclick\n=\nalert(1)", "\" x=<b> y=\"",
    ]

    private static let urls = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:alert(1)",
        "data:text/html,<b>",
        "vbscript:x", "//evil.example", "/\\evil.example", "https:evil", "https://a b/", "https://evil\"onclick=\"x",
        "http://evil'><b>", "../../../etc/passwd", "%2e%2e/", "?next=//evil", "#<b>", "https://evil\\@good",
    ]

    /// Characters that a comparison by grapheme, a second decoding or a broken repair would let through.
    private static let oddities = [
        "<\u{0338}script>alert(1)</script>", "\"\u{0301} onload=alert(1) x=\"\u{0301}", "'\u{0301}><b>", "&\u{0301}lt;",
        ">\u{20D2}<\u{20D2}b>", "<\u{200D}b>", "\u{202E}<b>", "\u{0}<b>", "<\u{0}script>", "\u{FEFF}<b>", "＜script＞",
        "\u{2028}<b>\u{2029}", "{{csrf}}", "{{{csrf}}}", "{{#layout}}", "{{text.signInTitle}}", "${7*7}", "%{x}",
        "{name}", "{count} {price}", "\r\n\r\n<b>", "\u{1F469}\u{200D}\u{1F680}<b>", " ", "a&b", "a<b", "1 < 2 > 0",
        "]]><b>", "\\u003cb\\u003e", "<b\u{0301}>", "\"<b\u{0301}\"",
    ]
}

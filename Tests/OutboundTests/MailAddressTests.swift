import Outbound
import Testing

@Suite struct MailAddressTests {
    @Test(arguments: [
        "a@b.c", "ada.lovelace+tide@sub.example.co.uk", "x@localhost", "o'brien@example.com", "A_b-c~d@127.0.0.1",
        String(repeating: "a", count: 64) + "@example.com",
    ])
    func an_address_is_kept_as_it_is(_ text: String) {
        #expect(MailAddress(text)?.text == text)
    }

    /// S-074: nothing that could end a line of a header or of the dialogue, or begin another recipient.
    @Test(arguments: [
        "", "@", "a@", "@b", "a", "a@b@c", "a b@c.d", "a@b c", "a@b\r\nRCPT TO:<x@y.z>", "a\r\n@b.c", "a@b.c\n",
        "a\0@b.c",
        "<a@b.c>", "a@b.c>", "\"a\"@b.c", "a,b@c.d", "a;b@c.d", "a:b@c.d", "a@[127.0.0.1]", "a@-b.c", "a@b-.c",
        "a@b..c", ".a@b.c", "a.@b.c", "ä@b.c", "a@bücher.de", "a\u{202E}@b.c", "a@b.c\u{0085}",
        String(repeating: "a", count: 65) + "@b.c", "a@" + String(repeating: "b", count: 64) + ".c",
        "a@" + String(repeating: "b.", count: 130) + "c",
    ])
    func what_is_no_plain_address_is_refused_S_074(_ text: String) {
        #expect(MailAddress(text) == nil)
    }
}

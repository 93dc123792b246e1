import Foundation
import Pages
import Testing

/// The style sheet's colours can be read, and the whole first visit is small.
struct StyleTests {
    /// The colours of one scheme: the first `:root` is light, the second overrides it.
    private func palette(dark: Bool) throws -> [String: [Double]] {
        let css = try Project.text("Public/tidemark.css")
        let blocks = css.components(separatedBy: ":root {").dropFirst().map { $0.prefix { $0 != "}" } }
        #expect(blocks.count == 2)
        var colours: [String: [Double]] = [:]
        for block in dark ? blocks.prefix(2) : blocks.prefix(1) {
            for line in block.split(separator: ";") {
                let halves = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
                guard halves.count == 2, halves[1].hasPrefix("#"), let value = Int(halves[1].dropFirst(), radix: 16)
                else { continue }
                colours[halves[0]] = [value >> 16, value >> 8, value].map { Double($0 & 255) / 255 }
            }
        }
        return colours
    }

    /// WCAG 2.2, relative luminance and contrast ratio.
    private func contrast(_ one: [Double], _ two: [Double]) -> Double {
        func luminance(_ colour: [Double]) -> Double {
            let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        let (low, high) = (min(luminance(one), luminance(two)), max(luminance(one), luminance(two)))
        return (high + 0.05) / (low + 0.05)
    }

    private static let pairs: [(String, String)] = [
        ("--ink", "--surface"), ("--ink", "--raised"), ("--soft", "--surface"), ("--soft", "--raised"),
        ("--accent", "--surface"), ("--accent", "--raised"), ("--on-accent", "--accent"), ("--up", "--surface"),
        ("--up", "--raised"), ("--down", "--surface"), ("--down", "--raised"), ("--warn", "--surface"),
        ("--warn", "--raised"), ("--ink", "--warn-surface"), ("--viral", "--viral-surface"),
        ("--trending", "--trending-surface"), ("--emerging", "--emerging-surface"), ("--stable", "--stable-surface"),
        ("--declining", "--declining-surface"),
    ]

    @Test(arguments: [false, true])
    func text_has_a_contrast_of_at_least_four_and_a_half(_ dark: Bool) throws {
        let palette = try palette(dark: dark)
        for (text, surface) in Self.pairs {
            let ratio = contrast(try #require(palette[text]), try #require(palette[surface]))
            #expect(ratio >= 4.5, "\(text) on \(surface): \(ratio)")
        }
    }

    @Test(arguments: [false, true])
    func borders_of_controls_and_chart_lines_have_at_least_three(_ dark: Bool) throws {
        let palette = try palette(dark: dark)
        let surface = try #require(palette["--surface"])
        #expect(contrast(try #require(palette["--strong-line"]), surface) >= 3)
    }

    @Test func both_schemes_declare_the_same_names() throws {
        let css = try Project.text("Public/tidemark.css")
        let names = css.components(separatedBy: ":root {").dropFirst().map { block in
            Set(
                block.prefix { $0 != "}" }.split(separator: ";").compactMap { $0.split(separator: ":").first }
                    .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { $0.hasPrefix("--") })
        }
        #expect(names.count == 2 && names[0] == names[1])
    }

    @Test func the_style_sheet_loads_nothing_else() throws {
        let css = try Project.text("Public/tidemark.css")
        #expect(!css.contains("url(") && !css.contains("@import"))
    }

    @Test func a_first_visit_fits_its_budget_even_uncompressed() throws {
        let html = try Project.library().render(Samples.dashboard("Lochside Harbour 12 Year Old"))
        let css = try Project.text("Public/tidemark.css").utf8.count
        let js = try Project.text("Public/tidemark.js").utf8.count
        let icon = try Project.text("Public/icon.svg").utf8.count
        #expect(html.count <= 14 * 1024)
        #expect(js <= 10 * 1024)
        #expect(html.count + css + js + icon <= 60 * 1024)
    }
}

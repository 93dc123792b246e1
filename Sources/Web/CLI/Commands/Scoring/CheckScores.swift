import ArgumentParser
import Catalog
import Companies
import Scoring

struct CheckScores: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Make published scores again and compare them bit for bit.",
        discussion: """
            Draws a sample of all scores ever published for the company and makes each again from what was known then. Ends \
            with an error when one of them comes out otherwise.
            """)
    @Option(help: "The company's slug.") var company: String
    @Option(help: "How many scores are drawn, 1 to 1000000.") var sample = 1_000
    @Option(help: "Draws the same sample again; otherwise one is drawn and printed.") var seed: UInt64?
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        guard (1...1_000_000).contains(sample) else { throw ValidationError("--sample may be 1 to 1000000.") }
    }

    func run() async throws {
        let seed = seed ?? UInt64.random(in: 0...UInt64(Int64.max))
        try await Workplace.open(purpose: "score check") { workplace in
            let company = try await workplace.company(company)
            let bar = ProgressBar("Checking")
            var random = SeededGenerator(seed: seed)
            let report = try await ReceiptCheck(database: workplace.database, company: company.id)
                .run(sample: sample, using: &random) {
                    bar.show(Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) draws")
                }
            bar.finish()
            if json {
                try Console.json(Answer(report, seed: seed))
            } else {
                Self.say(report, seed: seed)
            }
            if !report.isSound { throw ExitCode(1) }
        }
    }

    private static func say(_ report: ReceiptCheckReport, seed: UInt64) {
        Console.say(
            "\(Console.count(report.checked)) published scores made again (seed \(seed)): "
                + "\(Console.count(report.same)) the same to the last bit, \(Console.count(report.different.count)) different"
                + (report.otherFormulas > 0
                    ? ", \(Console.count(report.otherFormulas)) made by earlier formulas and left alone." : "."))
        for receipt in report.different {
            guard case .different(let what) = receipt.verdict else { continue }
            Console.warn(
                "\("\(receipt.product)".lowercased()) of \(receipt.asOf), scoring \(receipt.turn): "
                    + what.joined(separator: "; ") + ".")
        }
    }

    /// The check for programs.
    private struct Answer: Encodable {
        struct Different: Encodable {
            let product: String
            let asOf: String
            let scoring: Int
            let what: [String]
        }

        let seed: UInt64
        let checked: Int
        let same: Int
        let otherFormulas: Int
        let different: [Different]

        init(_ report: ReceiptCheckReport, seed: UInt64) {
            self.seed = seed
            checked = report.checked
            same = report.same
            otherFormulas = report.otherFormulas
            different = report.different.map { receipt in
                guard case .different(let what) = receipt.verdict else {
                    return Different(
                        product: "\(receipt.product)".lowercased(), asOf: "\(receipt.asOf)", scoring: receipt.turn,
                        what: [])
                }
                return Different(
                    product: "\(receipt.product)".lowercased(), asOf: "\(receipt.asOf)", scoring: receipt.turn,
                    what: what)
            }
        }
    }
}

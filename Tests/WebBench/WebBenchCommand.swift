import ArgumentParser
import Documents
import Foundation
import HTTPTypes
import Outbound

/// Reads pages of a server on this machine as a connector would, without manners, and prints figures as JSON: what the client and the
/// parser can do at most. `make bench` runs it.
@main
struct WebBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "WebBench", abstract: "Reads pages from a port of this machine.")

    @Argument(help: "The port.") var port: Int
    @Option(help: "Pages to read.") var pages = 20_000
    @Option(help: "Transfers at once.") var atOnce = 64

    private struct Figures: Encodable {
        let pages: Int
        let items: Int
        let bytes: Int
        let seconds: Double
        let processorSeconds: Double
        let peakMegabytes: Double
    }

    mutating func run() async throws {
        guard let address = NetworkAddress("127.0.0.1", port: port) else {
            throw ValidationError("there is no such port")
        }
        let client = WebClient(userAgent: "Tidemark/bench", reach: Reach(named: [address]), mostAtOnce: atOnce)
        let base = try WebAddress("http://127.0.0.1:\(port)/")
        let (pages, atOnce) = (pages, atOnce)
        let begun = ContinuousClock.now
        let found = try await withThrowingTaskGroup(of: (items: Int, bytes: Int).self) { group in
            var (next, items, bytes) = (0, 0, 0)
            while next < min(atOnce, pages) {
                let page = next
                group.addTask { try await Self.read(client, base.at("/page/\(page)")) }
                next += 1
            }
            while let one = try await group.next() {
                items += one.items
                bytes += one.bytes
                guard next < pages else { continue }
                let page = next
                group.addTask { try await Self.read(client, base.at("/page/\(page)")) }
                next += 1
            }
            return (items: items, bytes: bytes)
        }
        let (seconds, attoseconds) = (ContinuousClock.now - begun).components
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let processor =
            Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        let figures = Figures(
            pages: pages, items: found.items, bytes: found.bytes, seconds: Double(seconds) + Double(attoseconds) / 1e18,
            processorSeconds: processor, peakMegabytes: Self.peakMegabytes)
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }

    /// Of this program alone: the kernel's `ru_maxrss` goes back to before it was one.
    private static var peakMegabytes: Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? .nan) / 1_024
    }

    /// What a connector reads of a list: a name, a price and an address of each thing.
    private static func read(_ client: WebClient, _ address: WebAddress) async throws -> (items: Int, bytes: Int) {
        let answer = try await client.fetch(WebRequest(address), within: HostScope(["127.0.0.1"]))
        guard answer.status == 200, let root = try MarkupDocument(html: answer.body).root else { return (0, 0) }
        var items = 0
        for product in try root.all("//li[@class='product']") {
            let name = try product.all("h3").first?.text ?? ""
            let price = try product.all("span[@class='price']").first?.text ?? ""
            let link = try product.all("a").first?["href"] ?? ""
            if !name.isEmpty, !price.isEmpty, !link.isEmpty { items += 1 }
        }
        return (items, answer.body.count)
    }
}

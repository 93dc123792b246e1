import ArgumentParser
import Companies
import Foundation
import Matching

struct MergeProducts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Call a product as another from now on.")
    @OptionGroup var which: IdentityWhich
    @Argument(help: "The id of the product that is merged.") var product: String
    @Argument(help: "The id of the one it is called as.") var into: String

    func run() async throws {
        let (from, into, reason) = (try IdentityWhich.id(product), try IdentityWhich.id(into), which.because)
        try await which.decide { queries in
            try await queries.merge(
                try await queries.product(from), into: try await queries.product(into), reason: reason, by: .command,
                at: Date())
        }
    }
}

struct SplitProduct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Make a product of some listings of another.")
    @OptionGroup var which: IdentityWhich
    @Argument(help: "The id of the product.") var product: String
    @Argument(help: "The ids of the listings that become the new one.") var listings: [String]

    func run() async throws {
        let (product, reason) = (try IdentityWhich.id(product), which.because)
        let listings = try listings.map(IdentityWhich.id)
        try await which.decide { queries in
            try await queries.split(
                listings, from: try await queries.product(product), makeID: { UUID() }, reason: reason, by: .command,
                at: Date())
        }
    }
}

struct MoveListing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "move", abstract: "Make a listing another product.")
    @OptionGroup var which: IdentityWhich
    @Argument(help: "The id of the listing.") var listing: String
    @Argument(help: "The id of the product it is.") var product: String

    func run() async throws {
        let (listing, product, reason) = (try IdentityWhich.id(listing), try IdentityWhich.id(product), which.because)
        try await which.decide { queries in
            try await queries.move(
                listing, to: try await queries.product(product), makeID: { UUID() }, reason: reason, by: .command,
                at: Date())
        }
    }
}

struct MarkDifferent: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "different", abstract: "Say that a listing is not a product; it is never matched with it again.")
    @OptionGroup var which: IdentityWhich
    @Argument(help: "The id of the listing.") var listing: String
    @Argument(help: "The id of the product it is not.") var product: String

    func run() async throws {
        let (listing, product, reason) = (try IdentityWhich.id(listing), try IdentityWhich.id(product), which.because)
        try await which.decide { queries in
            try await queries.markDifferent(
                listing, from: try await queries.product(product), makeID: { UUID() }, reason: reason, by: .command,
                at: Date())
        }
    }
}

struct UndoDecision: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take a decision back as if it had never been made; what was decided since stays.")
    @Option(help: "The company's slug; house for the platform's products.") var company: String
    @Argument(help: "The decision's id, as tidemark match decisions says it.") var decision: String
    @Flag(help: "Take the taking-back back.") var again = false

    func run() async throws {
        let (act, again) = (try IdentityWhich.id(decision), again)
        try await IdentityWhich.decide(company) { queries in
            try await queries.undo(act, again: again, by: .command, at: Date())
        }
    }
}

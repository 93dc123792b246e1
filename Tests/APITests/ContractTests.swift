import API
import Catalog
import Jobs
import Routes
import Scoring
import Testing

@Suite struct ContractTests {
    private let contract: Contract

    init() throws { contract = try Contract() }

    private func operation(_ path: String) throws -> JSONTree {
        let posts: [APIRoute.Pattern] = [.token, .sourceRuns, .acknowledgement]
        let method = posts.contains { $0.rawValue == path } ? "post" : "get"
        return try #require(contract.document["paths"]?[path]?[method])
    }

    @Test func every_answer_is_what_the_document_says() throws {
        for (name, bytes) in Samples.answers {
            let schema = try #require(contract.schema(name))
            let findings = contract.findings(try JSONTree.parse(bytes), against: schema)
            #expect(findings == [], "\(name)")
        }
    }

    @Test func the_check_finds_what_is_wrong() throws {
        let schema = try #require(contract.schema("ErrorAnswer"))
        func findings(_ text: String) throws -> [String] {
            contract.findings(try JSONTree.parse(Array(text.utf8)), against: schema)
        }
        let good = #"{"success":false,"error":{"code":"failed","message":"a","details":{"id":"b"}}}"#
        #expect(try findings(good) == [])
        #expect(try findings(good.replacing("false", with: "true")) == ["$.success: is not in the enum"])
        #expect(try findings(good.replacing("failed", with: "odd")) == ["$.error.code: is not in the enum"])
        #expect(try findings(good.replacing(#""a""#, with: "1")) == [#"$.error.message: is not ["string"]"#])
        #expect(try findings(good.replacing(#","details":{"id":"b"}"#, with: "")) == ["$.error.details: is missing"])
        let more = good.replacing(#"{"id""#, with: #"{"x":1,"id""#)
        #expect(try findings(more) == ["$.error.details.x: is not documented"])
        let trends = try #require(contract.schema("TrendsAnswer"))
        let text = String(decoding: Samples.trends([Samples.full]), as: UTF8.self)
        func trendFindings(_ old: String, _ new: String) throws -> [String] {
            #expect(text.contains(old))
            return contract.findings(try JSONTree.parse(Array(text.replacing(old, with: new).utf8)), against: trends)
        }
        #expect(try trendFindings("71.25,\"tier", "-1,\"tier").count == 1)
        #expect(try trendFindings("71.25,\"tier", "101,\"tier").count == 1)
        #expect(try trendFindings("\"abcdef00", "\"ABCDEF00").count == 1)
        #expect(try trendFindings("2024-07-13", "13.7.2024").count == 1)
        #expect(try trendFindings("\"EUR\"", "\"eur\"").count == 1)
        #expect(try trendFindings("\"size_ml\":700", "\"size_ml\":700.5").count == 1)
    }

    /// Answers write `null` rather than leave a member out, so everything documented is required, and the samples
    /// together with this show that nothing is documented that no answer has.
    @Test func every_documented_member_is_always_there() throws {
        for (name, schema) in try #require(contract.document["components"]?["schemas"]?.object) {
            expectComplete(schema, name)
        }
    }

    private func expectComplete(_ schema: JSONTree, _ path: String) {
        if let properties = schema["properties"]?.object {
            #expect(Set(schema["required"]?.array?.compactMap(\.text) ?? []) == Set(properties.keys), "\(path)")
            for (name, inner) in properties {
                #expect(inner["$ref"] != nil || inner["description"]?.text?.isEmpty == false, "\(path).\(name)")
                expectComplete(inner, "\(path).\(name)")
            }
        }
        if let items = schema["items"] { expectComplete(items, path + "[]") }
    }

    /// Every documented member has a value in some sample, and is null in another if it may be: otherwise a schema
    /// could promise anything.
    @Test func samples_reach_everything_that_is_documented() throws {
        var seen: Set<String> = []
        for (name, bytes) in Samples.answers {
            collect(try JSONTree.parse(bytes), try #require(contract.schema(name)), name, into: &seen)
        }
        var wanted: Set<String> = []
        for (name, schema) in try #require(contract.document["components"]?["schemas"]?.object) {
            require(schema, name, into: &wanted)
        }
        #expect(wanted.subtracting(seen).sorted() == [])
    }

    /// What must be seen of a schema: `Price.kind` for a value of the member, `Price.kind null` for null.
    private func require(_ schema: JSONTree, _ name: String, into wanted: inout Set<String>) {
        wanted.insert(name)
        if contract.types(of: schema).contains("null") { wanted.insert(name + " null") }
        for (member, inner) in schema["properties"]?.object ?? [:] where inner["$ref"] == nil {
            require(inner, name + "." + member, into: &wanted)
        }
        if let items = schema["items"], items["$ref"] == nil { require(items, name + "[]", into: &wanted) }
    }

    private func collect(_ value: JSONTree, _ schema: JSONTree, _ name: String, into seen: inout Set<String>) {
        seen.insert(value == .null ? name + " null" : name)
        for (member, inner) in value.object ?? [:] {
            guard let node = schema["properties"]?[member], let next = contract.resolved(node) else { continue }
            collect(inner, next, Self.target(of: node) ?? name + "." + member, into: &seen)
        }
        for item in value.array ?? [] {
            guard let node = schema["items"], let next = contract.resolved(node) else { continue }
            collect(item, next, Self.target(of: node) ?? name + "[]", into: &seen)
        }
    }

    /// The name of the schema a reference leads to.
    private static func target(of node: JSONTree) -> String? {
        node["$ref"]?.text?.split(separator: "/").last.map(String.init)
    }

    @Test func the_document_has_the_routes_and_no_others() throws {
        let routes = APIRoute.Pattern.allCases.map(\.rawValue) + HealthRoute.Pattern.allCases.map(\.rawValue)
        #expect(Set(try #require(contract.document["paths"]?.object?.keys)) == Set(routes))
    }

    @Test func every_reference_leads_somewhere() {
        func walk(_ node: JSONTree, _ path: String) {
            if node["$ref"] != nil { #expect(contract.resolved(node) != nil, "\(path)") }
            for (name, inner) in node.object ?? [:] { walk(inner, path + "/" + name) }
            for (index, inner) in (node.array ?? []).enumerated() { walk(inner, "\(path)/\(index)") }
        }
        walk(contract.document, "#")
    }

    @Test func every_operation_says_what_it_can_answer() throws {
        for pattern in APIRoute.Pattern.allCases {
            let statuses = Set(try #require(try operation(pattern.rawValue)["responses"]?.object?.keys))
            let isLive = ![.trends, .product, .forecast, .score, .history, .categories].contains(pattern)
            let isList = [.trends, .categories, .jobs, .token, .sources, .alerts].contains(pattern)
            let expected =
                [pattern == .sourceRuns ? "202" : "200", "400", "401", "403", "429", "503"] + (isLive ? [] : ["304"])
                + (isList ? [] : ["404"])
            #expect(statuses == Set(expected), "\(pattern)")
            #expect(try operation(pattern.rawValue)["security"]?.array?.isEmpty == false, "\(pattern)")
        }
        for pattern in HealthRoute.Pattern.allCases {
            let operation = try operation(pattern.rawValue)
            #expect(operation["security"] == .array([]))
            let statuses = Set(try #require(operation["responses"]?.object?.keys))
            #expect(statuses == (pattern == .ready ? ["200", "503"] : ["200"]), "\(pattern)")
        }
    }

    @Test func every_parameter_of_a_path_is_documented() throws {
        for pattern in APIRoute.Pattern.allCases {
            let parameters = try #require(try operation(pattern.rawValue)["parameters"]?.array)
                .compactMap(contract.resolved)
            let inPath = parameters.filter { $0["in"] == .text("path") }.map { $0["name"]?.text }
            let expected: [String] =
                switch pattern {
                case .trends, .categories, .jobs, .token, .sources, .alerts: []
                case .alert, .acknowledgement: [APIRoute.alertParameter]
                case .sourceRuns: [APIRoute.sourceParameter]
                case .job: [APIRoute.jobParameter]
                case .product, .forecast, .score, .history: [APIRoute.productParameter]
                }
            #expect(inPath == expected, "\(pattern)")
        }
    }

    @Test func the_parameters_of_the_list_are_those_it_reads() throws {
        let parameters = try #require(try operation(APIRoute.Pattern.trends.rawValue)["parameters"]?.array)
            .compactMap(contract.resolved).filter { $0["in"] == .text("query") }
        #expect(parameters.map { $0["name"]?.text } == TrendsQuery.Item.allCases.map(\.rawValue))
        func schema(_ item: TrendsQuery.Item) -> JSONTree? {
            parameters.first { $0["name"] == .text(item.rawValue) }?["schema"]
        }
        func words(_ item: TrendsQuery.Item) -> [String]? { schema(item)?["enum"]?.array?.compactMap(\.text) }
        #expect(words(.sort) == TrendSort.allCases.map(\.rawValue))
        #expect(words(.order) == SortOrder.allCases.map(\.rawValue))
        #expect(words(.tier) == Routes.TrendTier.allCases.map(\.rawValue))
        let usual = TrendsQuery()
        #expect(schema(.sort)?["default"] == .text(usual.sort.rawValue))
        #expect(schema(.pageSize)?["default"] == .number(Double(usual.pageSize)))
        #expect(schema(.pageSize)?["minimum"] == .number(Double(TrendsQuery.pageSizes.lowerBound)))
        #expect(schema(.pageSize)?["maximum"] == .number(Double(TrendsQuery.pageSizes.upperBound)))
        #expect(schema(.minimumSources)?["minimum"] == .number(Double(TrendsQuery.sourceCounts.lowerBound)))
        #expect(schema(.minimumSources)?["maximum"] == .number(Double(TrendsQuery.sourceCounts.upperBound)))
    }

    @Test func the_parameters_of_the_list_of_jobs_are_those_it_reads() throws {
        let parameters = try #require(try operation(APIRoute.Pattern.jobs.rawValue)["parameters"]?.array)
        #expect(parameters.map { $0["name"]?.text } == JobsQuery.Item.allCases.map(\.rawValue))
        let words = parameters.first?["schema"]?["enum"]?.array?.compactMap(\.text)
        #expect(words == JobStatus.allCases.map(\.rawValue))
        let places = contract.schema("JobLine")?["properties"]?["status"]?["enum"]?.array?.compactMap(\.text)
        #expect(places == JobPlace.allCases.map(\.rawValue))
        let size = parameters.last?["schema"]
        #expect(size?["minimum"] == .number(Double(JobsQuery.pageSizes.lowerBound)))
        #expect(size?["maximum"] == .number(Double(JobsQuery.pageSizes.upperBound)))
        #expect(size?["default"] == .number(Double(JobsQuery.defaultPageSize)))
    }

    @Test func the_words_of_the_document_are_those_of_the_code() {
        func words(_ schema: String, _ member: String) -> [String]? {
            contract.schema(schema)?["properties"]?[member]?["enum"]?.array?.compactMap(\.text)
        }
        #expect(words("Trend", "tier") == Scoring.TrendTier.allCases.map(\.rawValue))
        #expect(words("Product", "tier") == Scoring.TrendTier.allCases.map(\.rawValue))
        #expect(words("Component", "name") == ScoreComponent.allCases.map(\.rawValue))
        #expect(words("ReceiptLine", "name") == ScoreComponent.allCases.map(\.rawValue))
        let details = contract.schema("NotReadyAnswer")?["properties"]?["error"]?["properties"]?["details"]
        #expect(
            details?["properties"]?["check"]?["enum"]?.array?.compactMap(\.text)
                == NotReadyAnswer.Check.allCases.map(\.rawValue))
        let reasons: [IgnoredParameter.Reason] = [.unknown, .repeated, .badValue]
        #expect(words("IgnoredParameter", "reason") == reasons.map(\.rawValue))
    }
}

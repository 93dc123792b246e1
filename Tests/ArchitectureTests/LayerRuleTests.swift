import Testing

@Suite struct LayerRuleTests {
    private func manifest(_ arrows: [(layer: String, name: String, on: [String])]) -> Manifest {
        Manifest(
            targets: arrows.map {
                .init(
                    name: $0.name, path: "Sources/\($0.layer)/\($0.name)", dependencies: $0.on, isSystemLibrary: false)
            })
    }

    @Test func arrows_never_point_to_a_layer_above() throws {
        expectNone(try LayerRules.backwards(Checkout.current.get().manifest))
    }

    @Test func an_arrow_to_a_layer_above_is_found() {
        let bad = manifest([("Tenancy", "Vault", ["Catalog"]), ("Domain", "Catalog", ["Pages"]), ("Web", "Pages", [])])
        #expect(LayerRules.backwards(bad).count == 2)
        #expect(LayerRules.backwards(manifest([("Attic", "A", ["B"]), ("Web", "B", [])])).count == 1)
    }

    @Test func ranks_in_domain_hold() throws {
        expectNone(try LayerRules.ranksInDomain(Checkout.current.get().manifest))
    }

    @Test func an_arrow_against_the_ranks_is_found() {
        func findings(_ name: String, on other: String) -> Int {
            LayerRules.ranksInDomain(manifest([("Domain", name, [other]), ("Domain", other, [])])).count
        }
        #expect(findings("Catalog", on: "Scoring") == 1)
        #expect(findings("Scoring", on: "Matching") == 1)
        #expect(findings("Scoring", on: "Ideas") == 1)
        #expect(findings("Scoring", on: "Catalog") == 0)
        #expect(findings("Ingestion", on: "Connectors") == 0)
        #expect(LayerRules.ranksInDomain(manifest([("Domain", "Unheard", [])])).count == 1)
    }

    @Test func arrows_the_design_rules_out_are_not_there() throws {
        expectNone(try LayerRules.ruledOut(Checkout.current.get().manifest))
    }

    @Test func an_arrow_the_design_rules_out_is_found() {
        let bad = manifest([("Web", "Pages", ["Postgres"]), ("Tenancy", "Postgres", [])])
        #expect(LayerRules.ruledOut(bad).count == 1)
    }

    @Test func nothing_depends_on_itself() throws {
        expectNone(try LayerRules.cycles(Checkout.current.get().manifest))
    }

    @Test func a_cycle_is_found() {
        let bad = manifest([("Web", "A", ["B"]), ("Web", "B", ["C"]), ("Web", "C", ["A"]), ("Web", "D", ["A"])])
        #expect(LayerRules.cycles(bad).map(\.what) == ["A → B → C → A"])
        #expect(LayerRules.cycles(manifest([("Web", "A", ["B", "C"]), ("Web", "B", ["C"]), ("Web", "C", [])])) == [])
    }
}

import Catalog
import Foundation
import Matching
import Pages

/// What reviewers see of pairs and of the queue, as pages show it.
enum ReviewLines {
    // MARK: - Sides

    /// What both sides say, beside each other; what neither says is left out.
    static func facts(_ pair: ReviewPairRow, _ text: InterfaceText) -> [ReviewFact] {
        let (left, right) = (pair.listing, pair.product)
        var facts = [names(.reviewName, left.name, right.name, also: left.title, text)]
        if let title = left.title, title != left.name {
            facts.append(names(.reviewWritten, title, right.name, also: nil, text))
        }
        func words(_ key: TextKey, _ one: String?, _ other: String?) {
            guard one != nil || other != nil else { return }
            facts.append(names(key, one ?? "", other ?? "", also: nil, text))
        }
        func values(_ key: TextKey, _ one: String?, _ other: String?) {
            guard one != nil || other != nil else { return }
            let differ = one != nil && other != nil && one != other
            facts.append(
                ReviewFact(
                    key, left: one.map { [ReviewWord($0, isMarked: differ)] } ?? [],
                    right: other.map { [ReviewWord($0, isMarked: differ)] } ?? [],
                    differ ? .different : one == nil || other == nil ? .open : .same, text: text))
        }
        words(.reviewBrand, left.brand, right.brand)
        words(.reviewProducer, left.producer, right.producer)
        values(.reviewSize, millilitres(left.millilitres), millilitres(right.millilitres))
        values(.reviewVintage, left.vintage.map(String.init), right.vintage.map(String.init))
        values(.reviewAge, left.ageYears.map(String.init), right.ageYears.map(String.init))
        values(.reviewStrength, percent(left.strengthBasisPoints), percent(right.strengthBasisPoints))
        words(.reviewCategory, left.category, right.category)
        words(.reviewCountry, left.country, right.country)
        values(.reviewPack, left.unitsPerCase.map(String.init), right.unitsPerCase.map(String.init))
        values(.reviewCode, left.gtin, right.gtin)
        return facts
    }

    /// Texts beside each other; words that the other side has not are marked.
    private static func names(
        _ key: TextKey, _ left: String, _ right: String, also: String?, _ text: InterfaceText
    ) -> ReviewFact {
        func folded(_ name: String) -> Set<String> {
            Set(NameFolding.fold(name).split(separator: " ").map(String.init))
        }
        let (one, other) = (folded(left).union(also.map(folded) ?? []), folded(right))
        func words(_ name: String, missing others: Set<String>) -> [ReviewWord] {
            name.split(separator: " ").map { word in
                let parts = folded(String(word))
                return ReviewWord(
                    String(word), isMarked: !others.isEmpty && !parts.isEmpty && !parts.isSubset(of: others))
            }
        }
        let agreement: ReviewFact.Agreement = !one.isEmpty && one == other ? .same : .open
        return ReviewFact(
            key, left: words(left, missing: other), right: words(right, missing: one), agreement, text: text)
    }

    private static func millilitres(_ number: Int?) -> String? { number.map { "\($0) ml" } }

    private static func percent(_ basisPoints: Int?) -> String? {
        basisPoints.map { "\(NumberText.decimal(Double($0) / 100, digits: 1)) %" }
    }

    // MARK: - Evidence

    static func evidence(_ pair: ReviewPairRow, _ text: InterfaceText) -> ReviewEvidence {
        ReviewEvidence(pair.evidence.map { ReviewEvidence.Step(text[$0.group.text], $0.weight) })
    }

    static func carrier(_ carrier: ReviewCarrierRow, _ text: InterfaceText) -> ReviewCarrierLine {
        ReviewCarrierLine(
            id: carrier.id.uuidString.lowercased(), name: carrier.name,
            details: [
                carrier.brand ?? carrier.producer, millilitres(carrier.millilitres), carrier.vintage.map(String.init),
                percent(carrier.strengthBasisPoints), carrier.gtin,
            ].compactMap(\.self), source: carrier.source, text: text)
    }

    // MARK: - Figures

    static func figures(_ standing: ReviewStandingRow?) -> ReviewQueuePage.Figures {
        ReviewQueuePage.Figures(
            open: standing?.open ?? 0, leased: standing?.leased ?? 0, second: standing?.second ?? 0,
            disputed: standing?.disputed ?? 0, oldest: standing?.oldest.map(MomentStamp.init),
            waiting: standing?.waiting ?? 0, answeredToday: standing?.answeredToday ?? 0,
            answeredThisWeek: standing?.answeredThisWeek ?? 0, addedThisWeek: standing?.addedThisWeek ?? 0,
            gold: standing?.gold ?? 0)
    }

    static func audit(_ row: ReviewAuditRow, _ text: InterfaceText) -> ReviewAuditLine {
        let budget = ErrorBudget.standard
        let rule = MatchRule(rawValue: row.rule).map { text[$0.text] } ?? row.rule
        return ReviewAuditLine(
            rule: "\(rule) (\(row.matcher))", audited: row.audited, wrong: row.wrong,
            atMost: budget.atMost(wrong: row.wrong, of: row.audited), open: row.open,
            isExceeded: budget.isExceeded(wrong: row.wrong, of: row.audited), text: text)
    }
}

extension MatchRule {
    var text: TextKey {
        switch self {
        case .gtin: .ruleCode
        case .nameAndSize: .ruleName
        case .model: .ruleModel
        case .judge: .ruleJudge
        }
    }
}

extension EvidenceGroup {
    var text: TextKey {
        switch self {
        case .name: .evidenceName
        case .maker: .evidenceMaker
        case .code: .evidenceCode
        case .number: .evidenceNumber
        case .size: .evidenceSize
        case .strength: .evidenceStrength
        case .vintage: .evidenceVintage
        case .age: .evidenceAge
        case .variant: .evidenceVariant
        case .category: .evidenceCategory
        case .country: .evidenceCountry
        case .price: .evidencePrice
        case .description: .evidenceDescription
        case .rivals: .evidenceRivals
        case .start: .evidenceStart
        }
    }
}

/// Settles the class from the terms of a name and from what the brand usually is.
///
/// The order is from the narrow to the wide: what makes a drink something else than its base spirit comes first.
enum ClassRules {
    static func apply(to draft: inout NameDraft) {
        if draft.name.kind == .bundle {
            draft.name.beverageClass = .bundle
            return
        }
        let signals = draft.signals
        draft.name.beverageClass = settle(signals, draft.knownBrand, isAged: draft.name.ageYears != nil)
        if draft.name.beverageClass == .nonAlcoholic { draft.name.flags.insert(.nonAlcoholic) }
    }

    private static func settle(_ signals: Set<ClassSignal>, _ brand: KnownBrand?, isAged: Bool) -> BeverageClass? {
        if let brand, brand.isOnlyThat { return brand.usualClass }
        let usual = brand?.usualClass
        if signals.contains(.nonAlcoholic) { return .nonAlcoholic }
        if let found = mixed(signals) ?? liqueur(signals, usual) { return found }
        if let found = agave(signals, usual) ?? whiskey(signals, usual) { return found }
        if let found = rum(signals, usual, isAged: isAged) ?? clear(signals, usual) { return found }
        if let found = brandy(signals) ?? fermented(signals) { return found }
        if let found = wine(signals, usual) ?? bare(signals) { return found }
        return usual
    }

    private static func mixed(_ signals: Set<ClassSignal>) -> BeverageClass? {
        if signals.contains(.bitters) { return .bitters }
        if signals.contains(.seltzer) { return .hardSeltzer }
        if signals.contains(.cooler) { return .wineCooler }
        if signals.contains(.malt) { return .fmb }
        if signals.contains(.cocktail) { return .rtd }
        if signals.contains(.mix) { return .nonAlcoholic }
        return signals.contains(.margarita) && !signals.contains(.tequila) ? .rtd : nil
    }

    private static func liqueur(_ signals: Set<ClassSignal>, _ usual: BeverageClass?) -> BeverageClass? {
        if signals.contains(.schnapps) { return .liqueurSchnapps }
        if signals.contains(.amaro) { return .liqueurAmaro }
        if signals.contains(.anise) { return .liqueurAnise }
        guard signals.contains(.liqueur) || usual.map({ $0.rawValue.hasPrefix("liqueur") }) == true else { return nil }
        if signals.contains(.cream) { return .liqueurCream }
        if signals.contains(.coffee) { return .liqueurCoffee }
        // A base spirit beside "liqueur" names what the liqueur is made of.
        return usual.flatMap { $0.rawValue.hasPrefix("liqueur") ? $0 : nil } ?? .liqueur
    }

    private static func agave(_ signals: Set<ClassSignal>, _ usual: BeverageClass?) -> BeverageClass? {
        if signals.contains(.mezcal) { return .mezcal }
        let isTequila = signals.contains(.tequila) || usual == .tequila && !signals.contains(.rum)
        guard isTequila || signals.contains(.agave) && signals.isDisjoint(with: [.vodka, .whiskey, .bourbon, .rum])
        else {
            return nil
        }
        if signals.contains(.cristalino) { return .tequilaCristalino }
        if signals.contains(.extraAnejo) { return .tequilaExtraAnejo }
        if signals.contains(.anejo) { return .tequilaAnejo }
        if signals.contains(.reposado) { return .tequilaReposado }
        if signals.contains(.flavour) { return .tequilaFlavored }
        if signals.contains(.silver) { return .tequilaBlanco }
        return signals.contains(.joven) ? .tequilaJoven : .tequila
    }

    private static func whiskey(_ signals: Set<ClassSignal>, _ usual: BeverageClass?) -> BeverageClass? {
        let isUsual = usual.map { CategoryCode.from($0).rawValue.hasPrefix("spirits.whisky") } ?? false
        let words: Set<ClassSignal> = [.whiskey, .bourbon, .rye, .scotch, .singleMalt, .canadian, .tennessee]
        let isOther = !signals.isDisjoint(with: [.vodka, .gin, .rum, .tequila, .brandy, .cream, .cocktail, .beer])
        guard !signals.isDisjoint(with: words) || isUsual && !isOther || signals.isSuperset(of: [.irish, .whiskey])
        else {
            return nil
        }
        if isOther, signals.isDisjoint(with: [.whiskey, .bourbon, .scotch, .singleMalt]) { return nil }
        if signals.contains(.flavour) { return .whiskeyFlavored }
        if signals.contains(.singleMalt) {
            return signals.contains(.scotch) || usual == .scotchSingleMalt ? .scotchSingleMalt : .whiskeySingleMalt
        }
        if signals.contains(.scotch) {
            return usual == .scotchSingleMalt || usual == .scotchBlended ? usual : .scotch
        }
        if signals.contains(.bourbon) { return .bourbon }
        if signals.contains(.rye) { return .rye }
        if signals.contains(.tennessee) { return .whiskeyTennessee }
        if signals.contains(.irish) { return .whiskeyIrish }
        if signals.contains(.canadian) { return .whiskeyCanadian }
        if signals.contains(.japanese) { return .whiskeyJapanese }
        return isUsual ? usual : .whiskey
    }

    private static func rum(_ signals: Set<ClassSignal>, _ usual: BeverageClass?, isAged: Bool) -> BeverageClass? {
        let isUsual = usual.map { CategoryCode.from($0).rawValue.hasPrefix("spirits.rum") } ?? false
        let isOther = !signals.isDisjoint(with: [.vodka, .gin, .tequila, .whiskey, .brandy])
        guard signals.contains(.rum) || isUsual && !isOther else { return nil }
        if signals.contains(.spiced) { return .rumSpiced }
        if signals.contains(.flavour) { return .rumFlavored }
        if signals.contains(.overproof) { return .rumOverproof }
        // "Añejo blanco" is aged and filtered back to white.
        if signals.contains(.silver) { return .rumWhite }
        if isAged || !signals.isDisjoint(with: [.anejo, .extraAnejo, .reposado]) { return .rumAged }
        if signals.contains(.white) { return .rumWhite }
        return isUsual ? usual : .rum
    }

    private static func clear(_ signals: Set<ClassSignal>, _ usual: BeverageClass?) -> BeverageClass? {
        if signals.contains(.vodka) || usual == .vodka && signals.isDisjoint(with: [.gin, .wine]) {
            return signals.contains(.flavour) ? .vodkaFlavored : .vodka
        }
        if signals.contains(.gin) || usual == .gin { return signals.contains(.flavour) ? .ginFlavored : .gin }
        return nil
    }

    private static func brandy(_ signals: Set<ClassSignal>) -> BeverageClass? {
        if signals.contains(.cognac) { return .cognac }
        if signals.contains(.armagnac) { return .armagnac }
        if signals.contains(.calvados) { return .calvados }
        if signals.contains(.pisco) { return .pisco }
        if signals.contains(.grappa) { return .grappa }
        return signals.contains(.brandy) ? (signals.contains(.flavour) ? .brandyFlavored : .brandy) : nil
    }

    private static let single: [(ClassSignal, BeverageClass)] = [
        (.beer, .beer), (.cider, .cider), (.vermouth, .vermouth), (.port, .port), (.sherry, .sherry),
        (.madeira, .madeira), (.marsala, .marsala), (.sangria, .sangria), (.mead, .mead), (.sake, .sake),
    ]

    private static func fermented(_ signals: Set<ClassSignal>) -> BeverageClass? {
        single.first { signals.contains($0.0) }?.1
    }

    private static func wine(_ signals: Set<ClassSignal>, _ usual: BeverageClass?) -> BeverageClass? {
        if signals.contains(.champagne) || usual == .champagne { return .champagne }
        if signals.contains(.sparkling) || usual == .wineSparkling { return .wineSparkling }
        let isWine = usual?.isWine == true || signals.contains(.wine)
        if signals.contains(.brut) { return .wineSparkling }
        if signals.contains(.rose) { return usual == nil || isWine ? .wineRose : nil }
        if signals.contains(.redGrape) { return .wineRed }
        if signals.contains(.whiteGrape) { return .wineWhite }
        if signals.contains(.redRegion) { return signals.contains(.white) ? .wineWhite : .wineRed }
        if signals.contains(.whiteRegion) { return .wineWhite }
        guard isWine || signals.contains(.region) else { return nil }
        if signals.contains(.red) { return .wineRed }
        if signals.contains(.white) { return .wineWhite }
        return usual ?? (signals.contains(.wine) || signals.contains(.region) ? .wine : nil)
    }

    private static func bare(_ signals: Set<ClassSignal>) -> BeverageClass? {
        let classes: [(ClassSignal, BeverageClass)] = [
            (.soju, .soju), (.shochu, .shochu), (.baijiu, .baijiu), (.aquavit, .aquavit), (.absinthe, .absinthe),
            (.moonshine, .moonshine), (.cachaca, .cachaca), (.genever, .gin), (.reposado, .tequilaReposado),
            (.cristalino, .tequilaCristalino),
        ]
        return classes.first { signals.contains($0.0) }?.1
    }
}

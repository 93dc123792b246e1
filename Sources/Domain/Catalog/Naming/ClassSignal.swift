/// What a term contributes to the class of a drink.
enum ClassSignal: String {
    case vodka, gin, genever, rum, whiskey, bourbon, rye, scotch, singleMalt, tennessee, irish, canadian, japanese
    case tequila, mezcal, brandy, cognac, armagnac, calvados, pisco, grappa, cachaca
    case liqueur, schnapps, cream, coffee, amaro, anise, bitters, vermouth
    case soju, shochu, baijiu, aquavit, absinthe, moonshine
    case silver, gold, reposado, anejo, extraAnejo, cristalino, joven, agave, spiced, overproof, aged, flavour
    case wine, red, white, rose, redGrape, whiteGrape, redRegion, whiteRegion, region, sparkling, champagne, brut
    case port, sherry, madeira, marsala, sangria, mead, sake, dessert
    case beer, cider, seltzer, malt, cooler, cocktail, margarita, nonAlcoholic, mix
    case variety, singleBarrel, bond
}

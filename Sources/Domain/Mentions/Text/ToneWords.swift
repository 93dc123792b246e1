/// The words of judgement in news of products, written for this purpose. Folded; at most two words each.
///
/// What makes a product wanted is good, though it be a nuisance to buyers: "sold out" is good, "shortage" neither, "recall" bad.
enum ToneWords {
    static let weights: [String: Double] = {
        var weights: [String: Double] = [:]
        for (weight, list) in lists {
            for word in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
                weights[word.split(separator: " ").joined(separator: " ")] = weight
            }
        }
        return weights
    }()

    static let negates: Set<String> = [
        "not", "no", "never", "without", "hardly", "isnt", "wasnt", "arent", "werent", "doesnt", "dont", "didnt",
        "cant", "wont", "cannot",
        "nor", "neither", "lacks",
    ]

    static let strengthens: Set<String> = [
        "very", "most", "extremely", "really", "truly", "incredibly", "hugely", "massively", "highly", "so",
        "absolutely", "exceptionally",
    ]

    private static let lists: [(Double, String)] = [
        (
            2,
            """
            outstanding, masterpiece, world best, best in, gold medal, double gold, whisky of, whiskey of, spirit of, wine of, beer of,
            perfect score, top honors, top honours, must have, must try
            """
        ),
        (
            1,
            """
            award, awards, awarded, wins, won, winner, winning, best, excellent, superb, exceptional, brilliant, delicious, favorite,
            favourite, favorites, favourites, beloved, acclaimed, praised, praise, praises, impressive, stunning, remarkable, terrific,
            fantastic, wonderful, amazing, great, loved, medal, medals, trophy, champion, record sales, record high, soars, soaring,
            soared, surges, surging, surged, booming, boom, skyrockets, sold out, sells out, selling out, sought after, coveted, cult,
            bestselling, best selling, top selling, fastest growing, iconic, legendary, recommend, recommended, recommends, standout,
            well balanced, beautifully, masterful
            """
        ),
        (
            0.5,
            """
            good, popular, popularity, success, successful, growth, growing, grows, rises, rising, demand, hit, hot, trending, trend,
            exciting, excited, elegant, balanced, smooth, rich, complex, affordable, bargain, value, celebrated, celebrates, classic,
            welcome, returns, expands, expanding, expansion, fun, refreshing, worth, love, loves, tasty, quality, premium, rare, limited
            """
        ),
        (
            -0.5,
            """
            decline, declines, declining, drop, drops, dropping, slump, slumps, slumping, slow, slowing, weak, weaker, expensive,
            overpriced, pricey, bland, thin, dull, harsh, delay, delays, delayed, tariff, tariffs, concern, concerns, worry, worries,
            criticism, criticized, criticised, controversial, controversy, struggle, struggles, struggling, layoffs, cuts, falls,
            falling, fell, loses, losing, lost, lose, warning, warns, problem, problems, complaint, complaints
            """
        ),
        (
            -1,
            """
            bad, worst, worse, awful, terrible, horrible, disappointing, disappointed, disappoints, disappointment, undrinkable, avoid,
            hate, hates, fails, failed, failure, flop, lawsuit, lawsuits, sued, sues, fined, fraud, fake, counterfeit, scandal,
            discontinued, discontinues, discontinuing, bankrupt, bankruptcy, closes, closing, closed, shuts, boycott, backlash, plunges,
            plunged, plummets, plummeted, overrated, ban, banned, bans
            """
        ),
        (
            -2,
            """
            recall, recalls, recalled, contaminated, contamination, poisoning, poisoned, toxic, unsafe, glass fragments, class action
            """
        ),
    ]
}

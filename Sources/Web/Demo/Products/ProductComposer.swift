import Catalog

/// Composes the products of a company's market.
struct ProductComposer {
    let seed: UInt64
    /// The year wines of the current harvest are sold in.
    let year: Int

    /// The products of `lines`, in order and as many as they ask for.
    func products(of lines: [ProductLine]) -> [DemoProduct] {
        var products: [DemoProduct] = []
        var taken: Set<String> = []
        for (index, line) in lines.enumerated() {
            var generator = SeededGenerator(seed: seed, path: 1, UInt64(index))
            let end = products.count + line.count
            while products.count < end, let brand = line.brands.coin(&generator, taken: &taken) {
                let room = end - products.count
                products += range(of: brand, in: line, from: products.count, &generator).prefix(room)
            }
        }
        return products
    }

    /// What one brand sells: one to four expressions, each in one to three sizes.
    private func range(
        of brand: String, in line: ProductLine, from number: Int, _ generator: inout SeededGenerator
    ) -> [DemoProduct] {
        let brandPrice = generator.int(line.price)
        let variants = line.variants.shuffled(using: &generator).prefix(generator.int(1...4))
        var products: [DemoProduct] = []
        for variant in variants {
            let story = Story.draw(&generator)
            let popularity = min(100, 8 + generator.int(0...46) + generator.int(0...46))
            let vintage = line.drink.isWine && line.drink != .sparkling ? year - generator.int(1...3) : nil
            let sizes = line.packages.enumerated().filter { $0.offset == 0 || generator.chance(35) }.map(\.element)
            for package in sizes {
                let price = brandPrice * variant.worth * package.worth / 10_000
                let gtin = DemoGTIN.text(serial: Int(seed % 9000) * 100_000 + number + products.count)
                products.append(
                    DemoProduct(
                        number: number + products.count, drink: line.drink, brand: brand, variant: variant,
                        package: package, vintage: vintage, country: line.country,
                        gtin: generator.chance(88) ? gtin : nil, price: max(60, price), story: story,
                        popularity: package == line.packages[0] ? popularity : max(5, popularity - 15)))
            }
        }
        return products
    }
}

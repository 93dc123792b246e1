import Catalog

/// Turns records into price book rows by a mapping.
struct RowMapper {
    private let mapping: Mapping
    private let options: PriceBookOptions
    private let dates: DateReader
    private let latestVintage: Int

    private let itemKey: CachedField<String>
    private let shop: CachedField<String>
    private let name: CachedField<String>
    private let url: CachedField<String>
    private let brand: CachedField<String>
    private let producer: CachedField<String>
    private let region: CachedField<String>
    private let country: CachedField<Noted<String>>
    private let category: CategoryField
    private let size: CachedField<Noted<PackagedVolume>>
    private let container: CachedField<Noted<Container>>
    private let strength: CachedField<Noted<Strength>>
    private let vintage: CachedField<Noted<Int>>
    private let unitsPerCase: CachedField<Noted<Int>>
    private let unitsPerPack: CachedField<Noted<Int>>
    private let age: CachedField<Noted<Int>>
    private let stock: CachedField<Noted<Int>>
    private let stores: CachedField<Noted<Int>>
    private let price: CachedField<PriceReading>
    private let regularPrice: CachedField<PriceReading>
    private let saving: CachedField<PriceReading>
    private let codes: CodeReader
    /// False for books that may tell of one item on several days, where its code rightly comes again.
    private let isOneDay: Bool
    private let hasPrice: Bool
    private let hasName: Bool
    private let hasVintageRule: Bool
    private let keyColumn: String?
    private let nameColumn: String?
    private let priceColumn: String?
    private var duplicates = DuplicateCodes()

    /// Items whose code another item of the file has too.
    var duplicateCodes: Int { duplicates.count }

    init(
        mapping: Mapping, builder: PlanBuilder, environment: TransformEnvironment, options: PriceBookOptions,
        dates: DateReader, scratch: ScratchBytes
    ) {
        self.mapping = mapping
        self.options = options
        self.dates = dates
        let latestVintage = options.today.year + 1
        self.latestVintage = latestVintage
        func field<Value>(
            _ target: MappingTarget, repeats: Bool = true, _ compute: @escaping (RulePlan, String) -> Value?
        ) -> CachedField<Value> {
            CachedField(
                plans: builder.plans(target), scratch: scratch, environment: environment, repeats: repeats,
                compute: compute)
        }
        func text(_ target: MappingTarget, repeats: Bool = true) -> CachedField<String> {
            field(target, repeats: repeats) { _, text in text }
        }
        func count(
            _ target: MappingTarget, _ range: ClosedRange<Int>, _ kind: RowNote.Kind, _ noun: String
        ) -> CachedField<Noted<Int>> {
            field(target) { plan, text in CellValues.integer(plan, text, range, kind: kind, noun: noun) }
        }
        let currency = mapping.currency
        func money(_ target: MappingTarget) -> CachedField<PriceReading> {
            field(target) { plan, text in PriceReading.read(text, currency: currency, mark: plan.decimal) }
        }
        itemKey = text(.itemKey, repeats: mapping.observations)
        shop = CachedField(
            plans: mapping.shop.map(builder.plan), scratch: scratch, environment: environment
        ) { _, text in text }
        name = text(.name, repeats: false)
        url = text(.url, repeats: false)
        brand = text(.brand)
        producer = text(.producer)
        region = text(.region)
        country = field(.country) { plan, text in
            CountryCode.isPlausible(text)
                ? .value(text)
                : .note(.country, plan, "The country \(CellValues.quoted(text)) is not a country code; ignored.")
        }
        category = CategoryField(plans: builder.plans(.category), scratch: scratch, environment: environment)
        size = field(.volume) { plan, text in CellValues.size(plan, text) }
        container = field(.container) { plan, text in
            Container(rawValue: text.uppercased()).map { .value($0) }
                ?? .note(.container, plan, "The container \(CellValues.quoted(text)) is not known; ignored.")
        }
        strength = field(.strength) { plan, text in CellValues.strength(plan, text) }
        vintage = field(.vintage) { plan, text in CellValues.vintage(plan, text, latest: latestVintage) }
        unitsPerCase = count(.unitsPerCase, 1...10_000, .pack, "number of units per case")
        unitsPerPack = count(.unitsPerPack, 1...1_000, .pack, "number of units per pack")
        age = count(.age, 1...100, .age, "age")
        stock = count(.stock, 0...1_000_000_000, .stock, "stock")
        stores = count(.stores, 0...1_000_000, .stock, "number of stores")
        price = money(.price)
        regularPrice = money(.regularPrice)
        saving = money(.saving)
        codes = CodeReader(
            main: builder.plans(.gtin), others: builder.plans(.otherGTINs), environment: environment, scratch: scratch)
        isOneDay = if case .column = mapping.date { false } else { true }
        hasPrice = mapping.fields[.price] != nil
        hasName = mapping.fields[.name] != nil
        hasVintageRule = mapping.fields[.vintage] != nil
        keyColumn = builder.plans(.itemKey).first?.columnName
        nameColumn = builder.plans(.name).first?.columnName
        priceColumn = builder.plans(.price).first?.columnName
    }

    enum Outcome {
        case row(PriceBookRow)
        case reject(RowReject)
    }

    mutating func map(_ record: RecordView) -> Outcome {
        guard let key = itemKey.value(record) else { return reject(record, keyColumn, "the item has no number") }
        let name = hasName ? name.value(record) : nil
        if name == nil, !mapping.observations { return reject(record, nameColumn, "the item has no name") }
        let moment: DateReader.Moment
        switch dates.outcome(record) {
        case .moment(let found): moment = found
        case .problem(let reason, let column): return reject(record, column, reason)
        }
        var notes: [RowNote] = []
        var money: Money?
        switch price.value(record) {
        case .money(let found): money = found
        case .problem(let reason): return reject(record, priceColumn, reason)
        case nil:
            if hasPrice { notes.append(RowNote(kind: .price, column: priceColumn, text: "The row has no price.")) }
        }
        let regular = regular(record, price: money, notes: &notes)
        let foundSize = take(size.value(record), &notes)
        let foundCategory = category.value(record)
        let code = codes.code(record, notes: &notes)
        let foundShop = shop.value(record) ?? options.shop
        if let code, isOneDay, let other = duplicates.otherLine(with: code, shop: foundShop, line: record.line) {
            notes.append(
                RowNote(
                    kind: .gtin, column: codes.column, text: "The EAN \(code) is also that of line \(other)."))
        }
        let foundVintage = take(vintage.value(record), &notes)
        return .row(
            PriceBookRow(
                line: record.line, raw: Array(record.raw), itemKey: key, shop: foundShop,
                name: name, brand: brand.value(record), producer: producer.value(record),
                category: foundCategory.code, sourceCategory: foundCategory.sourceText,
                country: take(country.value(record), &notes), region: region.value(record),
                volume: foundSize?.volume, unitsPerCase: take(unitsPerCase.value(record), &notes),
                pack: pack(take(unitsPerPack.value(record), &notes), size: foundSize),
                container: take(container.value(record), &notes),
                strength: take(strength.value(record), &notes), vintage: foundVintage,
                nonVintage: hasVintageRule && foundVintage == nil && name.map(VintageText.isNonVintage) == true,
                ageYears: take(age.value(record), &notes), gtin: code,
                otherGTINs: codes.others(record, besides: code, notes: &notes), price: money, regularPrice: regular,
                priceKind: mapping.priceKind, priceIncludesTax: mapping.priceIncludesTax,
                stockUnits: take(stock.value(record), &notes), storeCount: take(stores.value(record), &notes),
                observedOn: moment.day, observedAtUTCSeconds: moment.utcSeconds, url: url.value(record), notes: notes))
    }

    @inline(__always)
    private func take<Value>(_ noted: Noted<Value>?, _ notes: inout [RowNote]) -> Value? {
        if let note = noted?.note { notes.append(note) }
        return noted?.value
    }

    private func pack(_ unitsPerPack: Int?, size: PackagedVolume?) -> Pack? {
        if let unitsPerPack, unitsPerPack > 1 { return Pack(perPack: unitsPerPack) }
        guard let size, size.units > 1 else { return nil }
        return Pack(perPack: size.units)
    }

    private func regular(_ record: RecordView, price: Money?, notes: inout [RowNote]) -> Money? {
        guard let price else { return nil }
        switch regularPrice.value(record) {
        case .money(let money): return money == price ? nil : money
        case .problem(let reason):
            notes.append(RowNote(kind: .price, column: nil, text: "Of the regular price, \(reason); ignored."))
        case nil: break
        }
        switch saving.value(record) {
        case .money(let money):
            return Money(minorUnits: price.minorUnits + money.minorUnits, currency: price.currency)
        case .problem(let reason):
            notes.append(RowNote(kind: .price, column: nil, text: "Of the saving, \(reason); ignored."))
        case nil: break
        }
        return nil
    }

    private func reject(_ record: RecordView, _ column: String?, _ reason: String) -> Outcome {
        .reject(
            RowReject(
                line: record.line, column: column, reason: "In line \(record.line) \(reason).",
                raw: Array(record.raw.prefix(RowReject.rawLimit))))
    }
}

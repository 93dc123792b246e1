/// A product at one place, with what the place says about it over the year.
struct DemoListing: Sendable {
    let product: DemoProduct
    let carriage: Range<Int>
    let template: RowTemplate
    /// One for every week of the year; those outside `carriage` mean nothing.
    let states: [WeekState]
}

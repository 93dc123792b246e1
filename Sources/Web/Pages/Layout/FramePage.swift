/// The app's layout around a main part that is rendered already. Only its frame is ever rendered.
package struct FramePage: Page {
    let layout: Layout
    /// Marks the place of the main part in the compiled template.
    let main: SafeMarkup? = nil

    package static let template = "layouts/frame"

    package static func program(in library: TemplateLibrary) -> Program<FramePage> {
        Program(steps: library.before.steps + library.after.steps)
    }

    package static let shape = Shape<FramePage>([
        .part("layout", \.layout),
        .markup("main", optional: \.main),
    ])
}

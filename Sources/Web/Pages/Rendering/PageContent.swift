/// The main part of a page, rendered, with what the frame around it needs to know of it.
package struct PageContent: Sendable {
    let layout: Layout.Kept
    /// UTF-8 HTML.
    package let main: [UInt8]

    /// What the frame says about the age of the data.
    package var freshness: Freshness? { layout.freshness }
}

/// The frame of a page, rendered: what comes before the main part and what comes after it.
package struct RenderedFrame: Sendable {
    package let before: [UInt8]
    package let after: [UInt8]
}

extension TemplateLibrary {
    /// Renders a page's main part.
    package func content<P: FramedPage>(of page: P, capacity: Int = 64 * 1024) -> PageContent {
        var buffer = HTMLBuffer(capacity: capacity)
        P.main(in: self).run(page, into: &buffer)
        return PageContent(layout: page.layout.kept, main: buffer.bytes)
    }

    /// Renders what is around a content. The frame's freshness must be the content's.
    package func frame(_ frame: PageFrame, around content: PageContent) -> RenderedFrame {
        let page = FramePage(layout: Layout(frame, title: content.layout.title, area: content.layout.area))
        var before = HTMLBuffer(capacity: 4 * 1024)
        self.before.run(page, into: &before)
        var after = HTMLBuffer(capacity: 1024)
        self.after.run(page, into: &after)
        return RenderedFrame(before: before.bytes, after: after.bytes)
    }
}

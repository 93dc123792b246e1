/// The place of the plot inside a picture, in CSS pixels.
struct ChartFrame {
    let total: (width: Int, height: Int)
    let left: Int
    let top: Int
    let right: Int
    let bottom: Int

    var width: Int { right - left }
    var height: Int { bottom - top }

    /// For screens of at least 700 px: labels stand to the right of the lines.
    static let wide = ChartFrame(total: (820, 280), left: 52, top: 14, right: 640, bottom: 248)
    /// For phones: fewer pixels, the same letter size.
    static let narrow = ChartFrame(total: (360, 260), left: 44, top: 14, right: 250, bottom: 228)
}

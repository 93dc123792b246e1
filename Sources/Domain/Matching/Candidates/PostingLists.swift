/// Ascending lists of numbers in one array of 32-bit numbers: a list costs no allocation of its own. Each list lies in a
/// block whose size is a power of two; a block that became too small is kept for a list of its size.
struct PostingLists: Sendable {
    /// Where a list lies.
    struct Extent: Sendable {
        var start: Int32 = 0
        var count: Int32 = 0
        /// The logarithm of the block's size; -1 for a list without a block.
        var size: Int8 = -1

        var range: Range<Int> { Int(start)..<Int(start + count) }
    }

    private(set) var slab: [Int32] = []
    private(set) var extents: [Extent] = []
    /// The first free block of each size; its first number is the place of the next one.
    private var free = [Int32](repeating: -1, count: 31)
    /// Numbers in all lists together.
    private(set) var total = 0

    /// How many lists there are.
    var listCount: Int { extents.count }

    /// Adds an empty list and answers its number.
    mutating func addList() -> Int32 {
        extents.append(Extent())
        return Int32(extents.count - 1)
    }

    /// The numbers of a list.
    func list(_ list: Int32) -> ArraySlice<Int32> { slab[extents[Int(list)].range] }

    /// How many numbers a list has.
    func count(_ list: Int32) -> Int { Int(extents[Int(list)].count) }

    /// Puts a number into a list. Nothing happens if it is there.
    mutating func insert(_ number: Int32, into list: Int32) {
        let list = Int(list)
        let count = Int(extents[list].count)
        let place = place(of: number, in: list)
        if place < count, slab[Int(extents[list].start) + place] == number { return }
        if extents[list].size < 0 || count == 1 << Int(extents[list].size) { enlarge(list) }
        let start = Int(extents[list].start)
        slab.withUnsafeMutableBufferPointer { slab in
            var index = start + count
            while index > start + place {
                slab[index] = slab[index - 1]
                index -= 1
            }
            slab[index] = number
        }
        extents[list].count += 1
        total += 1
    }

    /// Takes a number out of a list. Nothing happens if it is not there.
    mutating func remove(_ number: Int32, from list: Int32) {
        let list = Int(list)
        let (start, count) = (Int(extents[list].start), Int(extents[list].count))
        let place = place(of: number, in: list)
        guard place < count, slab[start + place] == number else { return }
        for index in start + place..<start + count - 1 { slab[index] = slab[index + 1] }
        extents[list].count -= 1
        total -= 1
        if count == 1 {
            release(extents[list])
            extents[list] = Extent()
        }
    }

    /// The place of the first number that is not below.
    private func place(of number: Int32, in list: Int) -> Int {
        let start = Int(extents[list].start)
        var (low, high) = (0, Int(extents[list].count))
        // Lists are mostly filled in ascending order.
        if high == 0 || slab[start + high - 1] < number { return high }
        while low < high {
            let middle = (low + high) / 2
            if slab[start + middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func enlarge(_ list: Int) {
        let old = extents[list]
        let block = takeBlock(old.size + 1)
        for index in 0..<Int(old.count) { slab[block + index] = slab[Int(old.start) + index] }
        if old.size >= 0 { release(old) }
        extents[list] = Extent(start: Int32(block), count: old.count, size: old.size + 1)
    }

    private mutating func takeBlock(_ size: Int8) -> Int {
        let known = free[Int(size)]
        guard known < 0 else {
            free[Int(size)] = slab[Int(known)]
            return Int(known)
        }
        slab.append(contentsOf: repeatElement(0, count: 1 << Int(size)))
        return slab.count - (1 << Int(size))
    }

    private mutating func release(_ block: Extent) {
        slab[Int(block.start)] = free[Int(block.size)]
        free[Int(block.size)] = block.start
    }
}

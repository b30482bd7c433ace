/// The layout of a world file: a head of 128 bytes, then rows, keys, postings, strings and notes.
///
/// All numbers are little endian. A row has 40 bytes, the last four the offset of the source's own spelling or 0; a key
/// slot has the 64-bit hash of a name (or id) and its stretch of the postings; a posting is a row's number with the top
/// bit set where the name is the row's own, not an alternate.
enum WorldFormat {
    static let magic: UInt64 = 0x444C_524F_5754_4144  // "DATWORLD"
    static let version: UInt64 = 1
    static let headSize = 128
    static let rowSize = 40
    static let slotSize = 16
    static let primaryBit: UInt32 = 1 << 31
    static let kinds: [String] = [
        "settlement", "admin1", "admin2", "admin3", "country", "region", "water", "physical", "facility", "camp",
        "road", "neighbourhood",
    ]
    /// Numbers of kinds that the resolver speaks of.
    static let settlement: UInt8 = 0, admin1: UInt8 = 1, admin2: UInt8 = 2, admin3: UInt8 = 3, country: UInt8 = 4
    static let region: UInt8 = 5, water: UInt8 = 6, physical: UInt8 = 7
    static let facility: UInt8 = 8, camp: UInt8 = 9, road: UInt8 = 10, neighbourhood: UInt8 = 11
}

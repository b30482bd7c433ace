import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Which addresses may be asked: a feed must not lead the watcher into the house's own network.
public struct AddressRules: Sendable {
    /// Hosts, in lower case, that may stand on any address.
    public var allowed: Set<String>

    /// Rules with exceptions by name.
    public init(allowed: Set<String> = []) { self.allowed = allowed }

    /// An address of `host` that may be asked.
    ///
    /// The caller connects to this address and not to the name, so that a second answer of the name server cannot lead
    /// elsewhere.
    /// - Throws: ``WatchError`` where the name is unknown or one of its addresses is not public.
    public func address(of host: String) throws -> String {
        let name = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]")).lowercased()
        let found = Self.resolve(name)
        guard let first = found.first else { throw WatchError("\(host): no address known for that name") }
        if allowed.contains(name) { return first }
        if let bad = found.first(where: { !Self.isPublic($0) }) {
            throw WatchError(
                "\(host) stands at \(bad), which is no public address. "
                    + "If that is meant, name the host under allow_private in feeds.yaml.")
        }
        return first
    }

    /// Numeric addresses, IPv4 first.
    static func resolve(_ host: String) -> [String] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [String] = []
        var next = list
        while let entry = next {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            if getnameinfo(
                entry.pointee.ai_addr, entry.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
                == 0
            {
                let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
                found.append(String(decoding: bytes, as: UTF8.self))
            }
            next = entry.pointee.ai_next
        }
        return found.filter { !$0.contains(":") } + found.filter { $0.contains(":") }
    }

    /// True for an address of the public network (IANA's special-purpose registries, RFC 6890).
    public static func isPublic(_ address: String) -> Bool {
        let plain = address.split(separator: "%").first.map(String.init) ?? address
        var four = in_addr()
        if inet_pton(AF_INET, plain, &four) == 1 { return isPublic(v4: UInt32(bigEndian: four.s_addr)) }
        var six = in6_addr()
        guard inet_pton(AF_INET6, plain, &six) == 1 else { return false }
        let bytes = withUnsafeBytes(of: &six) { Array($0) }
        if bytes[..<12].elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
            || bytes[..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])
        {
            return isPublic(v4: bytes[12...].reduce(0) { $0 << 8 | UInt32($1) })
        }
        // Only 2000::/3 is handed out; 6to4 and Teredo carry IPv4 addresses inside, 2001:db8 is for documents.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return false }
        if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] == 0 || (bytes[2] == 0x0D && bytes[3] == 0xB8) { return false }
        return true
    }

    private static let special: [(UInt32, Int)] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
        (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16), (0xC612_0000, 15),
        (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 3),
    ]

    private static func isPublic(v4 address: UInt32) -> Bool {
        !special.contains { network, bits in address >> UInt32(32 - bits) == network >> UInt32(32 - bits) }
    }
}

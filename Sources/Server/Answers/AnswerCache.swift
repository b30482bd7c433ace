import Foundation
import Ledger
import NIOCore
import Record
import Synchronization

/// An answer as it goes out, plain and compressed, with its entity tag.
struct Answer: Sendable {
    var type: String
    var tag: String
    var plain: ByteBuffer
    /// Nil where it is too small to gain by it.
    var zipped: ByteBuffer?

    init(_ data: Data, type: String) {
        self.type = type
        tag = "\"\(EntityTag.of(data))\""
        plain = ByteBuffer(bytes: data)
        zipped = data.count > 1000 ? Gzip.compress(data).map { ByteBuffer(bytes: $0) } : nil
    }

    var size: Int { plain.readableBytes + (zipped?.readableBytes ?? 0) }
}

/// Keeps what was answered to an address as long as the record does not change, up to a number of bytes.
final class AnswerCache: Sendable {
    private struct Kept {
        var version: Int64 = -1
        var answers: [String: Answer] = [:]
        /// Oldest first.
        var order: [String] = []
        var size = 0
    }

    private let limit: Int
    private let kept = Mutex(Kept())

    init(limit: Int = 64 << 20) { self.limit = limit }

    /// The kept answer to `address`, else what `make` gives.
    func answer(to address: String, version: Int64, make: () throws -> Answer) rethrows -> Answer {
        let ready = kept.withLock { kept -> Answer? in
            if kept.version != version { kept = Kept(version: version) }
            return kept.answers[address]
        }
        if let ready { return ready }
        let fresh = try make()
        guard fresh.size < limit / 2 else { return fresh }
        kept.withLock { kept in
            guard kept.version == version, kept.answers[address] == nil else { return }
            kept.answers[address] = fresh
            kept.order.append(address)
            kept.size += fresh.size
            while kept.size > limit, !kept.order.isEmpty {
                let oldest = kept.order.removeFirst()
                kept.size -= kept.answers.removeValue(forKey: oldest)?.size ?? 0
            }
        }
        return fresh
    }
}

/// Keeps the places of the day of knowledge asked last: events name them by key, and windows of events follow each other.
final class ToldPlaces: Sendable {
    private struct Kept {
        var version: Int64
        var known: PartialDate?
        var places: [String: Place]
    }

    private let kept = Mutex<Kept?>(nil)

    /// Places by key.
    func places(of archive: any Archive, known: PartialDate?) throws -> [String: Place] {
        let version = try archive.version()
        if let kept = kept.withLock({ $0 }), kept.version == version, kept.known == known { return kept.places }
        let places = Dictionary(
            try archive.placesTold(known: known).map { ($0.key, $0.place) }, uniquingKeysWith: { first, _ in first })
        kept.withLock { $0 = Kept(version: version, known: known, places: places) }
        return places
    }
}

/// Entity tags by content (FNV-1a, 64 bits): the same bytes give the same tag in every run.
enum EntityTag {
    static func of(_ data: Data) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

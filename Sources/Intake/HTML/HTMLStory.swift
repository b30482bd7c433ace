import Foundation
import Record

/// Picks the story out of a page's runs: the strongest root that holds most of the prose, then runs by length, links and
/// neighbours (after Kohlschütter et al. 2010, "Boilerplate Detection using Shallow Text Features").
struct HTMLStory {
    private let runs: [HTMLCollector.Run]
    private let strength: [Int]

    init(_ collector: HTMLCollector) {
        runs = collector.runs
        strength = collector.rootStrength
    }

    /// The pieces of the story in order, with the headline first where the page has one.
    func pieces(title: String?) -> [Page.Piece] {
        var kept = pick(runs.indices.filter { !runs[$0].isFurniture })
        // A page whose frame carries a furniture name: take what looks like prose all the same.
        if prose(kept) < 200 { let all = pick(Array(runs.indices)); if prose(all) > 2 * prose(kept) { kept = all } }
        var pieces: [Page.Piece] = []
        for index in kept {
            let run = runs[index]
            let text = String(decoding: run.text, as: UTF8.self)
            if let last = pieces.last, last.text == text { continue }
            var piece = Page.Piece(kind: kind(run), text: text)
            if piece.kind == .caption, let at = run.creditAt, at <= run.text.count {
                piece.credit = String(decoding: run.text[at...], as: UTF8.self)
            }
            pieces.append(piece)
        }
        if let title, !pieces.isEmpty,
            !pieces.prefix(6).contains(where: { $0.kind == .headline && same($0.text, title) })
        {
            pieces.insert(Page.Piece(kind: .headline, text: title), at: 0)
        }
        return pieces
    }

    private func same(_ a: String, _ b: String) -> Bool {
        a == b || a.lowercased().hasPrefix(b.lowercased()) || b.lowercased().hasPrefix(a.lowercased())
    }

    private func kind(_ run: HTMLCollector.Run) -> Block.Kind {
        if run.isCaption { return .caption }
        switch run.tag {
        case .h1, .h2, .h3, .h4: return .headline
        case .li: return .listItem
        default: return run.isByline && run.text.count < 120 ? .byline : .paragraph
        }
    }

    private func prose(_ indices: [Int]) -> Int {
        indices.reduce(0) { $0 + (isProse(runs[$1]) ? runs[$1].text.count : 0) }
    }

    private func isProse(_ run: HTMLCollector.Run) -> Bool {
        run.linked * 3 < run.text.count
            && (run.text.count >= 80 || (run.tag == .p && run.text.count >= 25 && endsSentence(run)))
    }

    private func endsSentence(_ run: HTMLCollector.Run) -> Bool {
        guard let last = run.text.last else { return false }
        return [0x2E, 0x21, 0x3F, 0x22, 0x3A, 0x9D, 0x29].contains(last)
    }

    private func pick(_ candidates: [Int]) -> [Int] {
        let total = prose(candidates)
        var within = candidates
        // The root with the most prose among the strongest that hold at least half of it.
        var byRoot: [Int: Int] = [:]
        for index in candidates where isProse(runs[index]) {
            byRoot[runs[index].root, default: 0] += runs[index].text.count
        }
        let best = byRoot.filter { $0.key != 0 && $0.value * 2 >= total && $0.value > 100 }
            .max { (strength[$0.key], $0.value, $1.key) < (strength[$1.key], $1.value, $0.key) }
        if let best {
            within = candidates.filter {
                runs[$0].root == best.key || runs[$0].tag == .h1 || (runs[$0].isByline && runs[$0].text.count < 100)
            }
        }
        let good = Set(within.filter { isProse(runs[$0]) || (runs[$0].isCaption && runs[$0].text.count > 15) })
        var kept: [Int] = []
        for (place, index) in within.enumerated() {
            let run = runs[index]
            if good.contains(index) {
                kept.append(index)
            } else if run.tag == .h1, run.linked * 2 < run.text.count {
                kept.append(index)
            } else if run.linked * 2 < run.text.count || run.isByline {
                // Short runs live by their neighbours: between prose they are sub-headings, list items, quotations.
                let before = within[..<place].suffix(3).contains(where: good.contains)
                let after = within[(place + 1)...].prefix(run.tag == .li ? 6 : 3).contains(where: good.contains)
                if before && after || (after && best != nil) || (before && best != nil && endsSentence(run)) {
                    kept.append(index)
                }
            }
        }
        if kept.isEmpty { kept = within.filter { runs[$0].linked * 2 < runs[$0].text.count } }
        return kept
    }
}

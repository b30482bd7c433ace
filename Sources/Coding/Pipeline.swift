import Foundation
public import Gazetteer
public import Language
public import Record

/// From a report to its claims: sentences, places, parties, claims. A value over shared models; any number of threads
/// may code at once with the same result.
public struct Pipeline: Sendable {
    private let analyser: Analyser
    private let placer: Placer?
    private let coder: Coder

    /// A pipeline; without a world places keep their names and get no coordinates.
    public init(models: LanguageModels, world: World?, lexicon: Lexicon) {
        analyser = Analyser(models: models)
        placer = world.map { Placer(world: $0) }
        coder = Coder(lexicon: lexicon)
    }

    /// All that a report says.
    public func code(_ report: Report) -> CodedReport {
        let (sentences, mentions) = read(report)
        return coder.code(report, sentences: sentences, mentions: mentions)
    }

    /// What the models learn from a report; nil for one without a sentence.
    package func features(of report: Report) -> LearningExample? {
        let (sentences, mentions) = read(report)
        return coder.features(report, sentences: sentences, mentions: mentions)
    }

    private func read(_ report: Report) -> ([Sentence], [PlaceMention]) {
        // The dateline says where the report was written, not where anything happened.
        let blocks = report.reading.blocks.filter { ![.furniture, .byline, .dateline].contains($0.kind) }.map(\.range)
        let sentences = WordForms.analyse(
            report.reading.text, blocks: blocks, with: analyser, forms: coder.lexicon.events.forms)
        var context = PlacingContext(dateline: report.dateline?.place, title: report.title)
        context.homes = ActorFinder(lexicon: coder.lexicon).homes(sentences)
        return (sentences, placer?.place(sentences, in: report.reading.text, context: context) ?? [])
    }

    /// Why a claim was made: its sentence, the tree, the lexicon entry and what each role matched.
    public func explain(_ claimID: String, in report: Report) -> String {
        let (sentences, mentions) = read(report)
        let (drafts, scenes) = coder.drafts(report, sentences, mentions)
        guard claimID.hasPrefix("c"), let number = Int(claimID.dropFirst()), drafts.indices.contains(number - 1) else {
            return
                "no claim \(claimID) in report \(report.id): it has \(drafts.isEmpty ? "none" : "c1 to c\(drafts.count)")\n"
        }
        let draft = drafts[number - 1]
        let scene = scenes[draft.sentence]
        var lines = [scene.sentence.range.text(in: report.reading.text), ""]
        for (index, token) in scene.tokens.enumerated() {
            let mark = index == draft.trigger ? "*" : " "
            let head = token.head < 0 ? "root" : "\(token.head + 1)"
            let place = scene.mention(at: index).map { " place \($0.place.resolved ?? $0.place.name)" } ?? ""
            let party = scene.party(at: index).map { " party \($0.actor.id ?? $0.actor.name)" } ?? ""
            lines.append(
                "\(mark)\(index + 1)\t\(token.form)\t\(token.lemma)\t\(token.upos.name)\t\(head)\t\(token.relation)\(place)\(party)"
            )
        }
        lines.append("")
        lines.append("rule        \(draft.rule)")
        lines.append("modality    \(draft.modality.rawValue)")
        if let source = draft.attribution { lines.append("source      \(source.name) (\(source.kind.rawValue))") }
        if let when = draft.when {
            lines.append(
                "when        \(when.start?.description ?? "…") to \(when.end?.description ?? "…") \(when.text ?? "(the report's date)")"
            )
        }
        lines.append("confidence  \(draft.confidence)")
        switch draft.content {
        case .event(let event):
            lines.append("event       \(event.type.rawValue)")
            lines.append("actor       \(event.actor?.name ?? "-")")
            lines.append("target      \(event.target?.name ?? "-")")
            lines.append("place       \(event.place?.name ?? "-")")
        case .control(let control):
            lines.append("control     \(control.state.rawValue)")
            lines.append("place       \(control.place.name)")
            lines.append("holder      \(control.holder?.name ?? "-")")
            lines.append("from        \(control.from?.name ?? "-")")
        case .figure(let figure):
            lines.append(
                "figure      \(figure.measure.rawValue) \(figure.low.map { "\($0)" } ?? "")…\(figure.high.map { "\($0)" } ?? "") \(figure.group ?? "")"
            )
        case .relation(let relation):
            lines.append("relation    \(relation.actor.name) \(relation.bond.rawValue) \(relation.target.name)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

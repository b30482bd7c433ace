import Gazetteer
import Language
import Record

/// Lays out the scenes of a report: each sentence with its tree, places, parties, times and the day it speaks from.
struct SceneBuilder {
    let lexicon: ActorLexicon
    let report: Report
    let sentences: [Sentence]

    /// The scenes in text order; `story` runs where the report is a history.
    func scenes(
        _ mentions: [PlaceMention], _ actors: ActorMap, today: PartialDate?, story: StoryClock?
    ) -> [Scene] {
        var bySentence: [[PlaceMention]] = Array(repeating: [], count: sentences.count)
        for mention in mentions where bySentence.indices.contains(mention.sentence) {
            bySentence[mention.sentence].append(mention)
        }
        bySentence = bySentence.enumerated().map { number, found in tidied(found, sentences[number], actors) }
        let unknown = UnknownPlaces(
            sentences: sentences, text: report.reading.text, actors: actors, known: bySentence,
            demonyms: lexicon.nations
        ).mentions()
        for number in sentences.indices where !unknown[number].isEmpty {
            bySentence[number] = (bySentence[number] + unknown[number]).sorted {
                $0.tokens.lowerBound < $1.tokens.lowerBound
            }
        }
        // A report without a day may still say its year with some month, which "31 August" needs; "in 2014" is history.
        let year =
            today == nil
            ? fullDates().compactMap { $0.span.start?.month == nil ? nil : $0.span.start?.year }.max()
                .flatMap { PartialDate(year: $0) } : nil
        var story = story
        var scenes: [Scene] = []
        let offsets = report.reading.offsets
        let (fromTheAir, fromTheGround, fromGuns) = means()
        var focus = TownFocus()
        var earlier = EarlierPlaces()
        earlier.capital = actors.mainCountry.flatMap { lexicon.country($0)?.metonyms.first }
        var block = 0
        let blocks = report.reading.blocks
        for (index, sentence) in sentences.enumerated() {
            while block + 1 < blocks.count, blocks[block].range.end <= sentence.range.start { block += 1 }
            let caption = block < blocks.count ? blocks[block].caption : nil
            var day = today
            if let caption, report.captions.indices.contains(caption), let date = report.captions[caption].date {
                day = date
            }
            let here = bySentence[index].filter { mention in
                guard let line = report.dateline?.range, let range = mention.place.range else { return true }
                return !line.overlaps(offsets.original(range))
            }
            let isHeadline = block < blocks.count && blocks[block].kind == .headline
            story?.enter(block: block)
            let reader = story.map { TimeReader(after: $0.day, until: $0.end) } ?? TimeReader(today: day ?? year)
            let scene = Scene(
                index: index, tree: Tree(sentence), places: here, actors: actors,
                text: report.reading.text,
                lastPlace: focus.last, today: day, inCaption: caption != nil,
                times: reader.read(sentence, in: report.reading.text), demonyms: lexicon.demonyms)
            scene.isHeadline = isHeadline
            if isHeadline { story?.enter(heading: sentence, times: scene.times) }
            story?.note(scene.times, in: scene.tree)
            (scene.isHistory, scene.told) = (story != nil, story?.told)
            scene.isShort = sentences.count <= 5
            scene.repeatsLast = index > 0 && saysAgain(index) && scenes[index - 1].today == day
            (scene.fromTheAir, scene.fromTheGround, scene.fromGuns) = (fromTheAir, fromTheGround, fromGuns)
            scene.states = lexicon.states
            scene.earlier = earlier
            scene.city = focus.city
            earlier.note(scene)
            scenes.append(scene)
            focus.note(scene)
        }
        return withLater(scenes)
    }

    /// True for a sentence with the words of the one before it, marks set aside.
    private func saysAgain(_ sentence: Int) -> Bool {
        func words(_ tokens: [Token]) -> some Sequence<Token> { tokens.lazy.filter { $0.upos != .punct } }
        return words(sentences[sentence - 1].tokens).elementsEqual(words(sentences[sentence].tokens)) {
            $0.form == $1.form
        }
    }

    /// Which means of war the report speaks of: aircraft, bombs on the ground, guns.
    private func means() -> (air: Bool, ground: Bool, guns: Bool) {
        var found = (air: false, ground: false, guns: false)
        for sentence in sentences {
            for index in sentence.tokens.indices {
                guard let means = Self.means[ignoringCase: sentence.tokens[index].lemma] else { continue }
                found = (found.air || means == .air, found.ground || means == .ground, found.guns || means == .guns)
            }
        }
        return found
    }

    private enum Means { case air, ground, guns }
    private static let means: WordTable<Means> = {
        var means: [String: Means] = [:]
        for word in WordClasses.aircraft { means[word] = .air }
        for word in ["suicide", "explosive", "explosion", "blast", "car", "device", "detonate"] {
            means[word] = .ground
        }
        for word in ["artillery", "mortar", "howitzer", "shell", "shelling", "rocket", "gun"] { means[word] = .guns }
        return WordTable(means)
    }()

    /// Place mentions without datelines inside the text ("CITY (Agency)") and without the parties that a missing comma
    /// glued to a name.
    private func tidied(_ mentions: [PlaceMention], _ sentence: Sentence, _ actors: ActorMap) -> [PlaceMention] {
        mentions.compactMap { mention in
            let end = mention.tokens.upperBound
            if mention.place.name == mention.place.name.uppercased(), mention.place.name.count > 3,
                end + 2 < sentence.tokens.count, sentence.tokens[end].form == "(", sentence.tokens[end + 2].form == ")"
            {
                return nil
            }
            if speaksForState(mention, sentence) {
                var government = mention
                government.place.metonymic = true
                return government
            }
            guard mention.place.id == nil,
                let party = actors.mentions(in: mention.sentence).first(where: {
                    $0.tokens.overlaps(mention.tokens) && $0.actor.id != nil && !$0.isPlaceName && !$0.isModifier
                })
            else { return mention }
            guard party.tokens.lowerBound > mention.tokens.lowerBound else { return nil }
            let kept = mention.tokens.lowerBound..<party.tokens.lowerBound
            var place = Place(
                name: sentence.text(of: kept, in: report.reading.text), range: sentence.textRange(kept))
            place.kind = mention.place.kind
            return PlaceMention(place: place, sentence: mention.sentence, tokens: kept)
        }
    }

    /// Verbs of a government.
    private static let governing: Set<String> = [
        "say", "deny", "accuse", "blame", "support", "back", "tout", "want", "insist", "agree", "launch", "reject",
        "warn",
        "call", "announce", "refute", "seek", "send", "step", "target", "order", "view", "consider", "describe",
        "refuse",
        "carry", "conduct", "wage", "provide", "supply", "arm", "fund", "begin", "continue", "withdraw", "deploy",
        "vow", "pledge", "maintain", "regard", "urge", "condemn", "claim", "argue", "fear", "hope", "intervene",
    ]
    private static let allies: Set<String> = ["ally", "backer", "rival", "foe", "patron", "sponsor", "friend"]
    private static let offices: Set<String> = ["government", "regime", "authority", "administration", "leadership"]

    /// "Its ally Damascus", "Moscow stepped up its support", "the government in Kabul": a capital that stands for its state.
    private func speaksForState(_ mention: PlaceMention, _ sentence: Sentence) -> Bool {
        guard lexicon.capitals.contains(mention.place.name) else { return false }
        let tokens = sentence.tokens
        let first = mention.tokens.lowerBound
        guard let head = Tree(sentence).head(of: mention.tokens) else { return false }
        if first > 0, Self.allies.contains(tokens[first - 1].lemma.lowercased()) { return true }
        if first > 1, tokens[first - 1].form == "in", Self.offices.contains(tokens[first - 2].lemma.lowercased()) {
            return true
        }
        let verb = tokens[head].head
        return verb >= 0 && tokens[head].relation.rawValue == "nsubj"
            && Self.governing.contains(tokens[verb].lemma.lowercased())
    }

    /// "A town in the north" is the one that the next sentences name with that noun ("the town of X").
    private func withLater(_ scenes: [Scene]) -> [Scene] {
        for index in scenes.indices {
            let area = scenes[index].places.first { $0.place.kind == .admin1 }?.place.admin1
            for next in scenes[(index + 1)..<min(scenes.count, index + 4)] {
                for mention in next.places where next.isUsable(mention) {
                    guard let noun = next.settlementNoun(of: mention), scenes[index].earlier.later[noun] == nil,
                        area == nil || mention.place.admin1 == nil || mention.place.admin1 == area
                    else { continue }
                    scenes[index].earlier.later[noun] = mention.place
                }
            }
        }
        return scenes
    }

    /// The dates that are given with their year, in text order.
    func fullDates() -> [TimeReader.Found] {
        sentences.flatMap { TimeReader(today: nil).read($0, in: report.reading.text) }
    }

    /// The first full date of the first lines, as pages print it, where a report has no other.
    func printedDay() -> PartialDate? {
        for sentence in sentences.prefix(4) {
            let days = TimeReader(today: nil).read(sentence, in: report.reading.text).compactMap(\.span.start).filter {
                $0.day != nil
            }
            if let day = days.first { return day }
        }
        return nil
    }

    /// The day of the last picture, for a picture story that prints no day of its own.
    func pictureDay() -> PartialDate? {
        report.captions.compactMap(\.date).filter { $0.day != nil }.max { $0.firstDay < $1.firstDay }
    }

    private static let publishing: Set<String> = ["publish", "update", "post", "issue", "release"]

    /// The day that the head of a page prints ("MOSCOW AFP Saturday 7 Oct 2017 …", "Published April 18 2017"), which is
    /// surer than the day on which a page was fetched; nil where it is far from that, or where a sentence tells it.
    func headerDay() -> PartialDate? {
        guard let published = report.published, published.day != nil, let first = sentences.first else { return nil }
        for found in TimeReader(today: nil).read(first, in: report.reading.text) {
            guard let day = found.span.start, day.day != nil, found.span.end == day else { continue }
            let before = first.tokens[max(0, found.tokens.lowerBound - 3)..<found.tokens.lowerBound]
            let isTold = before.last.map { $0.upos == .adp || $0.upos == .det || $0.upos == .verb } ?? false
            guard !isTold || before.contains(where: { Self.publishing.contains($0.lemma.lowercased()) }) else {
                continue
            }
            return abs(day.firstDay - published.firstDay) <= Self.crawlDays ? day : nil
        }
        return nil
    }

    /// Days by which a fetched page's date may miss its story's.
    private static let crawlDays = 45
}

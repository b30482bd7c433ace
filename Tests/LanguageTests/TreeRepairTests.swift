import Language
import Testing

/// Finite verbs that the parser took for adjectives or participles.
@Suite("Repaired trees")
struct TreeRepairTests {
    @Test(
        "the verb of a plain sentence is its root, with subject and object",
        arguments: [
            ("The army lost control of the town to the rebels.", "lost", "army", "control"),
            ("Troops imposed control over the valley.", "imposed", "Troops", "control"),
            ("The rebels controlled half of the city.", "controlled", "rebels", "half"),
            (
                "By dawn on 14 December, SDF forces, spearheaded by the Kurdish YPG, fully captured Hajin.", "captured",
                "forces", "Hajin"
            ),
            (
                "The militants regained control of the town after troops withdrew from the area.", "regained",
                "militants", "control"
            ),
            ("After the group lost Harim to the army, it moved its capital.", "moved", "it", "capital"),
            ("The Houthis fired missiles at the port.", "fired", "Houthis", "missiles"),
            ("A roadside bomb they had left behind killed four soldiers on Friday.", "killed", "bomb", "soldiers"),
            ("The 9th Armored Division took the town on June 10.", "took", "Division", "town"),
            (
                "Strikes believed to be Russian have left 38 civilians dead near the river.", "left", "Strikes",
                "civilians"
            ),
            ("Government forces had shot dead at least 82 civilians in the town.", "shot", "forces", "civilians"),
        ])
    func roots(_ text: String, _ verb: String, _ subject: String, _ object: String) throws {
        let sentence = try #require(try Models.analyse(text).first)
        let root = sentence.root
        #expect(sentence.tokens[root].form == verb)
        #expect(sentence.child(of: root, "nsubj").map { sentence.tokens[$0].form } == subject)
        #expect(sentence.child(of: root, "obj").map { sentence.tokens[$0].form } == object)
    }

    @Test("a mound's name is no verb") func mounds() throws {
        let sentence = try #require(try Models.analyse("The militia took Tell Rifaat from the rebels on Monday.").first)
        let name = try #require(sentence.tokens.firstIndex { $0.form == "Tell" })
        #expect(sentence.tokens[name].upos == .propn)
        #expect(sentence.tokens[name].relation == .object)
        #expect(sentence.tokens[name + 1].head == name)
    }

    @Test(
        "a noun, a hyphen and a participle are an adjective of the noun after them",
        arguments: [
            ("The army captured rebel-held Saraqib on Thursday.", "captured", "Saraqib"),
            ("The army seized several opposition-held neighbourhoods in the east.", "seized", "neighbourhoods"),
        ])
    func compounds(_ text: String, _ verb: String, _ object: String) throws {
        let sentence = try #require(try Models.analyse(text).first)
        let noun = try #require(sentence.tokens.firstIndex { $0.form == object })
        let held = try #require(sentence.tokens.firstIndex { $0.form == "held" })
        #expect(sentence.tokens[held].head == noun)
        #expect(sentence.tokens[noun].relation.base == "obj")
        #expect(sentence.tokens[sentence.tokens[noun].head].form == verb)
    }

    @Test("a noun after \"after\" is the subject of the verb that follows it")
    func gardenPath() throws {
        let sentence = try #require(
            try Models.analyse("Some 25,000 people crossed into Uganda after rebels overran Bunagana.").first)
        let overran = try #require(sentence.tokens.firstIndex { $0.form == "overran" })
        #expect(sentence.tokens[sentence.root].form == "crossed")
        #expect(sentence.child(of: overran, "nsubj").map { sentence.tokens[$0].form } == "rebels")
    }

    @Test("a subject and its verb after the last comma stand beside the sentence")
    func speech() throws {
        let sentence = try #require(
            try Models.analyse("The rebels were pushed out of all but three areas of the state, the army claims.").first
        )
        let claims = try #require(sentence.tokens.firstIndex { $0.form == "claims" })
        #expect(sentence.tokens[claims].relation.base == "parataxis")
    }

    @Test("the verb behind a relative clause is its subject's")
    func relative() throws {
        let sentence = try #require(
            try Models.analyse(
                "By noon the rebels, whom Rwanda supports with soldiers of its own, controlled the town."
            )
            .first)
        let controlled = try #require(sentence.tokens.firstIndex { $0.form == "controlled" })
        #expect(sentence.root == controlled)
        #expect(sentence.child(of: controlled, "nsubj").map { sentence.tokens[$0].form } == "rebels")
    }

    @Test("people shot dead, a mine that goes off, a place before its colon")
    func war() throws {
        let shot = try #require(try Models.analyse("Gunmen shot dead a teacher in Goma.").first)
        #expect(shot.tokens[shot.root].form == "shot")
        #expect(shot.tokens[shot.root].upos == .verb)
        let mine = try Models.analyse("Six soldiers died when a mine went off in a house.").flatMap(\.tokens)
        #expect(mine.first { $0.form == "mine" }?.upos == .noun)
        let brief = try #require(
            try Models.analyse("KIGALI: The Rwandan Patriotic Front yesterday gained possession of the airport.").first)
        let gained = try #require(brief.tokens.firstIndex { $0.form == "gained" })
        #expect(brief.child(of: gained, "nsubj").map { brief.tokens[$0].form } == "Front")
    }

    @Test("orders given are a passive still")
    func ditransitive() throws {
        let sentence = try #require(
            try Models.analyse("Troops given orders to leave were waiting at the bridge.").first)
        let given = try #require(sentence.tokens.firstIndex { $0.form == "given" })
        #expect(sentence.tokens[given].relation.base != "root")
    }

    @Test("IS among small letters is a name")
    func group() throws {
        let tokens = try Models.analyse("They took the crossing from IS fighters on Monday.").flatMap(\.tokens)
        #expect(tokens.first { $0.form == "IS" }?.upos == .propn)
    }

    @Test("every tree has one root and no circle")
    func trees() throws {
        for text in [
            "The army lost control of the town said the mayor on Monday.",
            "Fighters captured the hill east of the river laying siege to the town.",
            "He said that the SDF controlled 95 percent of the city.",
            "The air force hit positions of the rebels in the east.",
            "Some 25,000 people crossed into Uganda after rebels overran Bunagana.",
            "US-backed fighters entered Isis-held Raqqa and rebel-held villages, the army says.",
            "Troops took all of the rebel-held parts of the city.",
            "Rebels hoping to retake the town shelled it overnight.",
            "By noon the rebels, whom Rwanda supports with soldiers of its own, controlled the whole of Bukavu.",
            "On Sunday the army, with which the front concluded a truce in August, said it had seized the town.",
            "The men, who had come from the hills, which lie to the east, and who carried rifles, left.",
            "KIGALI: The Rwandan Patriotic Front yesterday gained possession of the airport.",
            "Gunmen shot dead a teacher in Goma.", "Masked men also ambushed an army convoy in Baqouba.",
            "The army for its part controls El Obeid, from where it recaptured Kazgeil.",
            "The army re-established control of Macomia on 11 June.", "The rebels took 30 soldiers prisoner near Goma.",
        ] {
            for sentence in try Models.analyse(text) {
                #expect(sentence.tokens.filter { $0.head < 0 }.count == 1, "\(text)")
                for index in sentence.tokens.indices {
                    #expect(sentence.ancestors(of: index).count < sentence.tokens.count, "\(text)")
                }
            }
        }
    }
}

import GRDB

/// The ledger's schema: named, ordered steps that are never edited once released.
enum Migrations {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("2026-11 first") { try $0.execute(sql: first) }
        migrator.registerMigration("2026-11 decisions apply") { try $0.execute(sql: decisionsApply) }
        migrator.registerMigration("2026-11 sides by the names they go by") { db in
            try db.execute(sql: sidesByName)
            // Of both steps: decisions write names of sides too.
            try Standing.refreshAll(db)
            try SideNames.countAgain(db)
        }
        migrator.registerMigration("2026-11 counts without reading claims") { try $0.execute(sql: counting) }
        // Control claims say of themselves whether they are history, and whether a crowd or a named party holds.
        migrator.registerMigration("2026-11 histories weighed") { try Standing.assessAgain($0) }
        return migrator
    }()

    private static let first = """
        CREATE TABLE runs (
            row INTEGER PRIMARY KEY, coder TEXT NOT NULL UNIQUE, at REAL NOT NULL);
        CREATE TABLE reports (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE, source TEXT NOT NULL,
            format TEXT, title TEXT, url TEXT, publisher TEXT, published TEXT, known INTEGER NOT NULL,
            known_date TEXT NOT NULL, recorded REAL NOT NULL, language TEXT, header BLOB, extras BLOB,
            run INTEGER NOT NULL REFERENCES runs, withdrawn INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX reports_known ON reports (known);
        CREATE TABLE raw (report INTEGER PRIMARY KEY REFERENCES reports, size INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE TABLE copies (
            row INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports, source TEXT NOT NULL, at REAL NOT NULL,
            UNIQUE (report, source));
        CREATE TABLE texts (row INTEGER PRIMARY KEY REFERENCES reports, title TEXT NOT NULL, text TEXT NOT NULL);
        CREATE VIRTUAL TABLE search USING fts5 (
            title, text, content='texts', content_rowid='row', tokenize="unicode61 remove_diacritics 2");
        CREATE TABLE places (
            row INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT, country TEXT, body BLOB NOT NULL);
        CREATE TABLE place_names (
            fold TEXT NOT NULL, place INTEGER NOT NULL REFERENCES places, PRIMARY KEY (fold, place)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE place_boxes USING rtree (row, south, north, west, east);
        CREATE TABLE actors (row INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body BLOB NOT NULL);
        CREATE TABLE actor_names (
            fold TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actors, PRIMARY KEY (fold, actor)) WITHOUT ROWID;
        CREATE TABLE claims (
            row INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports, run INTEGER NOT NULL REFERENCES runs,
            id TEXT NOT NULL, kind INTEGER NOT NULL, type TEXT NOT NULL, modality TEXT NOT NULL,
            place INTEGER REFERENCES places, actor INTEGER REFERENCES actors, target INTEGER REFERENCES actors,
            speaker TEXT, confidence REAL NOT NULL, background INTEGER NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL, known INTEGER NOT NULL,
            sentence TEXT NOT NULL, body BLOB NOT NULL);
        CREATE INDEX claims_report ON claims (report, run);
        CREATE INDEX claims_place ON claims (place, known);
        CREATE INDEX claims_actor ON claims (actor) WHERE actor IS NOT NULL;
        CREATE INDEX claims_target ON claims (target) WHERE target IS NOT NULL;
        CREATE INDEX claims_first ON claims (first);
        CREATE INDEX claims_type ON claims (type);
        CREATE TABLE control (
            place INTEGER NOT NULL, claim INTEGER NOT NULL, report INTEGER NOT NULL, seen BLOB NOT NULL,
            PRIMARY KEY (place, claim)) WITHOUT ROWID;
        CREATE TABLE parties (
            hash INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, id TEXT, kind TEXT NOT NULL, country TEXT);
        CREATE TABLE echoes (
            report INTEGER PRIMARY KEY REFERENCES reports, parent INTEGER NOT NULL, root INTEGER NOT NULL);
        CREATE INDEX echoes_parent ON echoes (parent);
        CREATE TABLE sketches (
            report INTEGER PRIMARY KEY REFERENCES reports, known INTEGER NOT NULL, id TEXT NOT NULL, bins BLOB NOT NULL);
        CREATE TABLE bands (key INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (key, report)) WITHOUT ROWID;
        CREATE TABLE decisions (
            row INTEGER PRIMARY KEY, claim TEXT NOT NULL, action TEXT NOT NULL, field TEXT, old TEXT, new TEXT,
            who TEXT NOT NULL, at REAL NOT NULL, why TEXT, undoes INTEGER REFERENCES decisions);
        CREATE INDEX decisions_claim ON decisions (claim);
        CREATE TABLE licences (source TEXT PRIMARY KEY, licence TEXT NOT NULL, republish INTEGER NOT NULL);
        CREATE TABLE tombstones (
            key TEXT PRIMARY KEY, why TEXT NOT NULL, who TEXT NOT NULL, at REAL NOT NULL, part TEXT NOT NULL,
            digest BLOB NOT NULL);
        CREATE TABLE chain (
            row INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref INTEGER NOT NULL, run INTEGER NOT NULL,
            digest BLOB NOT NULL, hash BLOB NOT NULL);
        CREATE TABLE doors (name TEXT PRIMARY KEY, open INTEGER NOT NULL);
        INSERT INTO doors VALUES ('redaction', 0);
        CREATE TRIGGER claims_kept BEFORE DELETE ON claims
            BEGIN SELECT RAISE(ABORT, 'claims are never deleted'); END;
        CREATE TRIGGER claims_unaltered BEFORE UPDATE ON claims
            WHEN (SELECT open FROM doors WHERE name = 'redaction') = 0
            BEGIN SELECT RAISE(ABORT, 'claims are never altered; record a decision'); END;
        CREATE TRIGGER decisions_kept BEFORE DELETE ON decisions
            BEGIN SELECT RAISE(ABORT, 'decisions are never deleted; record one that undoes it'); END;
        CREATE TRIGGER decisions_unaltered BEFORE UPDATE ON decisions
            BEGIN SELECT RAISE(ABORT, 'decisions are never altered; record one that undoes it'); END;
        CREATE TRIGGER reports_kept BEFORE DELETE ON reports
            BEGIN SELECT RAISE(ABORT, 'reports are never deleted; redact what must go'); END;
        CREATE TRIGGER chain_kept BEFORE DELETE ON chain
            BEGIN SELECT RAISE(ABORT, 'the chain is never cut'); END;
        CREATE TRIGGER chain_unaltered BEFORE UPDATE ON chain
            BEGIN SELECT RAISE(ABORT, 'the chain is never altered'); END;
        """

    /// What decisions make of claims: derived tables, written anew whenever a decision or a coding is added.
    /// `decided` says about which claim of the newest coding a decision is now and about which it was taken, and the same
    /// of the other claim of a merge or split.
    private static let decisionsApply = """
        CREATE TABLE decided (
            decision INTEGER PRIMARY KEY REFERENCES decisions, origin INTEGER NOT NULL REFERENCES claims,
            claim INTEGER REFERENCES claims, other_origin INTEGER REFERENCES claims, other INTEGER REFERENCES claims);
        CREATE INDEX decided_claim ON decided (claim);
        CREATE TABLE amended (
            claim INTEGER PRIMARY KEY REFERENCES claims, type TEXT NOT NULL, modality TEXT NOT NULL,
            place INTEGER REFERENCES places, actor INTEGER REFERENCES actors, target INTEGER REFERENCES actors,
            speaker TEXT, background INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE TABLE rejected (claim INTEGER PRIMARY KEY REFERENCES claims);
        CREATE TABLE pairs (
            claim INTEGER NOT NULL REFERENCES claims, other INTEGER NOT NULL REFERENCES claims, joined INTEGER NOT NULL,
            PRIMARY KEY (claim, other)) WITHOUT ROWID;
        INSERT INTO decided (decision, origin, claim)
            SELECT d.row, c.row, c.row FROM decisions d
            JOIN reports r ON r.id = substr(d.claim, 1, length(rtrim(d.claim, replace(d.claim, '#', ''))) - 1)
            JOIN claims c ON c.report = r.row AND c.run = r.run AND d.claim = r.id || '#' || c.id;
        DROP TRIGGER decisions_unaltered;
        CREATE TRIGGER decisions_unaltered BEFORE UPDATE ON decisions
            WHEN (SELECT open FROM doors WHERE name = 'redaction') = 0
            BEGIN SELECT RAISE(ABORT, 'decisions are never altered; record one that undoes it'); END;
        """

    /// Every name that control claims call a side by; how often; how far the one named is from the whole side.
    private static let sidesByName = """
        CREATE TABLE sides (
            hash INTEGER NOT NULL, distance INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, id TEXT,
            kind TEXT NOT NULL, country TEXT, uses INTEGER NOT NULL, PRIMARY KEY (hash, distance, name)) WITHOUT ROWID;
        DROP TABLE parties;
        """

    /// What the page counts by day and by place is answered from indexes alone, and the claims of one place are met in
    /// order of their days.
    private static let counting = """
        CREATE TABLE superseded (claim INTEGER PRIMARY KEY REFERENCES claims);
        INSERT INTO superseded SELECT c.row FROM claims c JOIN reports r ON r.row = c.report WHERE c.run <> r.run;
        DROP INDEX claims_place;
        CREATE INDEX claims_place ON claims (place, first, known, kind, modality);
        DROP INDEX claims_first;
        CREATE INDEX claims_first ON claims (first, kind, modality, background, known, last, place, type);
        """
}

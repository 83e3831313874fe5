-- A case file of version 2 with two decisions, written by version 1 and brought up by version 2; made once, never changed.

CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;
CREATE TABLE inputs (
  document TEXT PRIMARY KEY,
  sha256   TEXT NOT NULL REFERENCES originals (sha256)
) STRICT;
CREATE TABLE derived (
  key    TEXT PRIMARY KEY,
  value  TEXT NOT NULL,
  sha256 TEXT NOT NULL -- of the value: rows are written one by one, so that a run that was killed leaves whole ones
) STRICT, WITHOUT ROWID;
CREATE TABLE manifest (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE digests (
  name   TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE journal (
  sequence   INTEGER PRIMARY KEY,
  previous   TEXT NOT NULL,
  reviewer   TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  action     TEXT NOT NULL,
  document   TEXT,
  start      INTEGER,
  "end"      INTEGER,
  quote      TEXT,
  prefix     TEXT,
  suffix     TEXT,
  old        TEXT,
  new        TEXT,
  reason     TEXT,
  hash       TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE words USING fts5 (document UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE reports (
  "document" TEXT,
  "siglum" TEXT,
  "sha256" TEXT,
  "title" TEXT,
  "publisher" TEXT,
  "author" TEXT,
  "published" TEXT,
  "modified" TEXT,
  "published_by" TEXT,
  "modified_by" TEXT,
  "language" TEXT,
  "main_event" TEXT,
  "credits" TEXT,
  "blocks" TEXT,
  "text" TEXT
) STRICT;
CREATE TABLE figures (
  "id" TEXT,
  "document" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "quote" TEXT,
  "sentence" TEXT,
  "best" REAL,
  "low" REAL,
  "high" REAL,
  "hedge" TEXT,
  "outcome" TEXT,
  "group" TEXT,
  "noun" TEXT,
  "unit" TEXT,
  "part_of" TEXT,
  "equivalent_to" TEXT,
  "event" TEXT,
  "background" INTEGER,
  "place" TEXT,
  "period" TEXT,
  "as_of" TEXT,
  "basis" TEXT,
  "voice" TEXT,
  "speaker" TEXT,
  "spread" INTEGER,
  "negated" INTEGER,
  "implied" INTEGER,
  "rule" TEXT,
  "decided" INTEGER
) STRICT;
CREATE TABLE attributions (
  "document" TEXT,
  "source" TEXT,
  "cue" TEXT,
  "content" TEXT,
  "speaker" TEXT
) STRICT;
CREATE TABLE statements (
  "document" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "quote" TEXT,
  "kind" TEXT,
  "about" TEXT,
  "speaker" TEXT
) STRICT;
CREATE TABLE datings (
  "id" TEXT,
  "document" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "quote" TEXT,
  "edtf" TEXT,
  "anchor" TEXT,
  "about" TEXT,
  "event" TEXT
) STRICT;
CREATE TABLE events (
  "id" TEXT,
  "label" TEXT,
  "words" TEXT,
  "span" TEXT,
  "documents" TEXT
) STRICT;
CREATE TABLE collation (
  "id" TEXT,
  "event" TEXT,
  "outcome" TEXT,
  "group" TEXT,
  "place" TEXT,
  "period" TEXT,
  "unit" TEXT,
  "readings" TEXT
) STRICT;
CREATE TABLE findings (
  "id" TEXT,
  "kind" TEXT,
  "level" TEXT,
  "rule" TEXT,
  "documents" TEXT,
  "figures" TEXT,
  "datings" TEXT,
  "spans" TEXT,
  "text" TEXT,
  "arithmetic" TEXT
) STRICT;
CREATE TABLE links (
  "a" TEXT,
  "b" TEXT,
  "relation" TEXT,
  "direction" TEXT,
  "probability" REAL,
  "evidence" TEXT
) STRICT;
CREATE TABLE parents (
  "document" TEXT,
  "parents" TEXT,
  "unseen" TEXT,
  "unseen_origin" REAL,
  "independent" REAL
) STRICT;
CREATE TABLE origins (
  "id" TEXT,
  "documents" TEXT,
  "named" TEXT,
  "evidence" TEXT
) STRICT;
CREATE TABLE problems (
  "document" TEXT,
  "slug" TEXT,
  "message" TEXT,
  "start" INTEGER,
  "end" INTEGER
) STRICT;
CREATE TABLE pending (
  folder TEXT PRIMARY KEY -- whose files are still to take the place of those of the run before
) STRICT;
CREATE TRIGGER journal_no_change BEFORE UPDATE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_removal BEFORE DELETE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
  WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE INDEX reports_document ON reports (document);
CREATE INDEX figures_document ON figures (document);
CREATE INDEX attributions_document ON attributions (document);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX datings_document ON datings (document);
CREATE INDEX parents_document ON parents (document);
CREATE INDEX problems_document ON problems (document);
INSERT INTO originals VALUES ('e18b766bb470edd3492202c6859629ab729d0dbe03e68acd0290a00ac7d2bdff', X'4669726520696E204F737472610A0A34204D617920323033310A0A5468652066697265206B696C6C65642031352070656F706C652C207361696420416E612052656C6C206F662074686520706F7274206F66666963652E0A0AC2A92032303331204576656E696E67204D61696C0A');
INSERT INTO originals VALUES ('5edb826e0d45d7d822f66165fc07726750f4a70009aed287b8cb09f0f0ddb351', X'4669726520696E204F737472610A0A33204D617920323033310A0A5468652066697265206B696C6C65642031322070656F706C652C207468652066697265206272696761646520736169642E204174206C65617374203430207765726520696E6A757265642E0A0AC2A9203230333120486172626F757220506F73740A');
INSERT INTO inputs VALUES ('mail.txt', 'e18b766bb470edd3492202c6859629ab729d0dbe03e68acd0290a00ac7d2bdff');
INSERT INTO inputs VALUES ('post.txt', '5edb826e0d45d7d822f66165fc07726750f4a70009aed287b8cb09f0f0ddb351');
INSERT INTO derived VALUES ('5dcf506513f1846aa2dd72139d2e70fd769dec79e14cc93e1ae3a7ec85417652', '{"report":{"document":"post.txt","siglum":null,"sha256":"5edb826e0d45d7d822f66165fc07726750f4a70009aed287b8cb09f0f0ddb351","title":"Fire in Ostra","publisher":"Harbour Post","author":null,"published":"2031-05-03","modified":null,"published_by":{"basis":"line","start":15,"end":25},"modified_by":null,"language":"en","main_event":null,"credits":[],"blocks":[{"start":0,"end":13,"kind":"title"},{"start":15,"end":25,"kind":"dateline"},{"start":27,"end":102,"kind":"paragraph"},{"start":104,"end":123,"kind":"chrome"}],"text":"Fire in Ostra\n\n3 May 2031\n\nThe fire killed 12 people, the fire brigade said. At least 40 were injured.\n\n© 2031 Harbour Post\n"},"extraction":{"figures":[{"id":"f0c6553c975f4","document":"post.txt","start":43,"end":45,"quote":"12","sentence":[27,76],"best":12,"low":12,"high":12,"hedge":"","outcome":"killed","group":"person","noun":"people","unit":"count","part_of":null,"equivalent_to":null,"event":null,"background":false,"place":null,"period":null,"as_of":null,"basis":null,"voice":"attributed","speaker":["fire brigade"],"spread":false,"negated":false,"implied":false,"rule":"active","decided":false},{"id":"f485e900e8dc4","document":"post.txt","start":86,"end":88,"quote":"40","sentence":[77,102],"best":40,"low":40,"high":null,"hedge":"at_least","outcome":"injured","group":"person","noun":null,"unit":"count","part_of":null,"equivalent_to":null,"event":null,"background":false,"place":null,"period":null,"as_of":null,"basis":null,"voice":"narrated","speaker":[],"spread":false,"negated":false,"implied":false,"rule":"passive","decided":false}],"attributions":[{"document":"post.txt","source":{"start":54,"end":70,"quote":"the fire brigade"},"cue":{"start":71,"end":75,"quote":"said"},"content":{"start":27,"end":52,"quote":"The fire killed 12 people"},"speaker":["fire brigade"]}],"statements":[],"datings":[{"id":"d450933ff1b24","document":"post.txt","start":15,"end":25,"quote":"3 May 2031","edtf":"2031-05-03","anchor":"calendar","about":null,"event":null}],"problems":[]},"problems":[]}', 'd84c409a5cfeb0c53b14fb2c36076d4e83df7ba5016c9f1cc4bb88b6e6b3134f');
INSERT INTO derived VALUES ('69b83377b57b0ad90d3e4ae17a8cabf4beb4324f7239e3376d9ffdf49c38d86b', '{"report":{"document":"mail.txt","siglum":null,"sha256":"e18b766bb470edd3492202c6859629ab729d0dbe03e68acd0290a00ac7d2bdff","title":"Fire in Ostra","publisher":"Evening Mail","author":null,"published":"2031-05-04","modified":null,"published_by":{"basis":"line","start":15,"end":25},"modified_by":null,"language":"en","main_event":null,"credits":[],"blocks":[{"start":0,"end":13,"kind":"title"},{"start":15,"end":25,"kind":"dateline"},{"start":27,"end":87,"kind":"paragraph"},{"start":89,"end":108,"kind":"chrome"}],"text":"Fire in Ostra\n\n4 May 2031\n\nThe fire killed 15 people, said Ana Rell of the port office.\n\n© 2031 Evening Mail\n"},"extraction":{"figures":[{"id":"ff8c53da562ab","document":"mail.txt","start":43,"end":45,"quote":"15","sentence":[27,87],"best":15,"low":15,"high":15,"hedge":"","outcome":"killed","group":"person","noun":"people","unit":"count","part_of":null,"equivalent_to":null,"event":null,"background":false,"place":null,"period":null,"as_of":null,"basis":null,"voice":"attributed","speaker":["Ana Rell"],"spread":false,"negated":false,"implied":false,"rule":"active","decided":false}],"attributions":[{"document":"mail.txt","source":{"start":59,"end":86,"quote":"Ana Rell of the port office"},"cue":{"start":54,"end":58,"quote":"said"},"content":{"start":27,"end":52,"quote":"The fire killed 15 people"},"speaker":["Ana Rell"]}],"statements":[],"datings":[{"id":"df80f161b163a","document":"mail.txt","start":15,"end":25,"quote":"4 May 2031","edtf":"2031-05-04","anchor":"calendar","about":null,"event":null}],"problems":[]},"problems":[]}', '53c067a032797656de30286dbc3e7383f8ea1976e4d519d25e5aaf99c914fa1a');
INSERT INTO manifest VALUES ('schema', '1');
INSERT INTO manifest VALUES ('headwater', '"0.1.0"');
INSERT INTO manifest VALUES ('language_data', '"c5f301c2b8940728"');
INSERT INTO manifest VALUES ('settings', '{"bounds": "literal", "common": 100, "gram": 4, "language": "en", "max_bytes": 50000000, "seed": 20260101, "window": 4}');
INSERT INTO manifest VALUES ('inputs', '{"mail.txt": "e18b766bb470edd3492202c6859629ab729d0dbe03e68acd0290a00ac7d2bdff", "post.txt": "5edb826e0d45d7d822f66165fc07726750f4a70009aed287b8cb09f0f0ddb351"}');
INSERT INTO manifest VALUES ('stages', '{"read": "2", "extract": "5", "events": "events 4", "collate": "1", "lineage": "1", "examine": "2"}');
INSERT INTO digests VALUES ('file:dossier.html', '5ccc64d6ae6772877d4824107ce9e8c82073948034bd4ca6af164c368a1749df');
INSERT INTO digests VALUES ('file:jsonl/attributions.jsonl', '2126850258f31683d56baa5b7b9799930764b9a200e68d8fcfebf4317ba18150');
INSERT INTO digests VALUES ('file:jsonl/collation.jsonl', '22f97bd8333aac23a5fb34f1c8f5c2e7662f6dfd596f5e3ff976d890158c9f5c');
INSERT INTO digests VALUES ('file:jsonl/datings.jsonl', 'f200fe1638604eb5912775f6a5ba83a8d353a41f5cab3c4f1647b130f4144d60');
INSERT INTO digests VALUES ('file:jsonl/events.jsonl', '196b1f9cb1b7002cefbac922c38f8ac4a71698a2d11e47149df90ec03e56a3ce');
INSERT INTO digests VALUES ('file:jsonl/figures.jsonl', 'b6319866c1ef6fd3edc00866844413da6598a51d03809499c10852594f8b3c38');
INSERT INTO digests VALUES ('file:jsonl/findings.jsonl', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('file:jsonl/links.jsonl', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('file:jsonl/origins.jsonl', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('file:jsonl/parents.jsonl', '1eabcb57815548a87b7ad299b02194af47f90272ca9fc1cefbb08690e0f1645b');
INSERT INTO digests VALUES ('file:jsonl/problems.jsonl', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('file:jsonl/reports.jsonl', 'c9d14bdfdb3f83cec26dd768320f8011ba1a3a6c14cddc85894ed65e533f893f');
INSERT INTO digests VALUES ('file:jsonl/statements.jsonl', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('file:manifest.json', 'b6b19364c69ab321101813c279d01692e606027695e31b872dfe53ffc96eafd7');
INSERT INTO digests VALUES ('table:attributions', '289b763dd58c6d5c7c3af4d5359f89989a96e4b304bfb7d8989fead0a2c43250');
INSERT INTO digests VALUES ('table:collation', '958839c2387f9bb4186347ded306e811c8e45a5c6ce0095a463e5a2ac9cc16f0');
INSERT INTO digests VALUES ('table:datings', 'a43ff52c3c48b153bf26772b7f0f3094bd8188870a849559acd1f15fdf30d818');
INSERT INTO digests VALUES ('table:events', '5d901c2999b649e2fb91529be75cebb877c29aaffc02e65f6c5955fcf6bdb2c0');
INSERT INTO digests VALUES ('table:figures', '86e8e2e9cb9c7ccb87658ce44599b20f4a278da28e878fbfab5f3a875a74614f');
INSERT INTO digests VALUES ('table:findings', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('table:inputs', 'e9cdc985074a4984e93c2f5de17c35664103a11ec60d3fa225194f6c1328f63d');
INSERT INTO digests VALUES ('table:links', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('table:manifest', '63f8a235199b5a5a44e144de192dfc1b24c51952686b1572ade176b6702ee75a');
INSERT INTO digests VALUES ('table:origins', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('table:parents', 'c06e2aab41252b2d3cc5b2b01c80764dddfea853e6d01dfc923c03abd3239d1f');
INSERT INTO digests VALUES ('table:problems', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO digests VALUES ('table:reports', 'c2fc28d981b77a1d4355b5f6a7fcd20161adaefd40c162fc42eacdfca9579811');
INSERT INTO digests VALUES ('table:statements', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO journal VALUES (1, '0000000000000000000000000000000000000000000000000000000000000000', 'Ines', '2031-05-05T10:00:00Z', 'correct', 'post.txt', 43, 45, '12', 'e in Ostra

3 May 2031

The fire killed ', ' people, the fire brigade said. At least', '{"best": "12", "group": "person", "high": "12", "low": "12", "outcome": "killed"}', '{"best": "13", "high": "13", "low": "13"}', 'the list has one more', '5070e5a5de1769f4bb6f9127ef0a4168a03af7cd7516c59d5e8ec2f3d95fccdd');
INSERT INTO journal VALUES (2, '5070e5a5de1769f4bb6f9127ef0a4168a03af7cd7516c59d5e8ec2f3d95fccdd', 'Jun', '2031-05-05T10:01:00Z', 'report', 'mail.txt', NULL, NULL, NULL, NULL, NULL, '{"publisher": "Evening Mail"}', '{"publisher": "The Evening Mail"}', NULL, 'c6a9d6cfa1e635c634634194fd5165be2b44d359c28add4b1ad124d4d01edc78');
INSERT INTO reports VALUES ('mail.txt', 'E', 'e18b766bb470edd3492202c6859629ab729d0dbe03e68acd0290a00ac7d2bdff', 'Fire in Ostra', 'Evening Mail', NULL, '2031-05-04', NULL, '{"basis": "line", "start": 15, "end": 25}', NULL, 'en', 'e7ea12029d377', '[]', '[{"start": 0, "end": 13, "kind": "title"}, {"start": 15, "end": 25, "kind": "dateline"}, {"start": 27, "end": 87, "kind": "paragraph"}, {"start": 89, "end": 108, "kind": "chrome"}]', 'Fire in Ostra

4 May 2031

The fire killed 15 people, said Ana Rell of the port office.

© 2031 Evening Mail
');
INSERT INTO reports VALUES ('post.txt', 'H', '5edb826e0d45d7d822f66165fc07726750f4a70009aed287b8cb09f0f0ddb351', 'Fire in Ostra', 'Harbour Post', NULL, '2031-05-03', NULL, '{"basis": "line", "start": 15, "end": 25}', NULL, 'en', 'e7ea12029d377', '[]', '[{"start": 0, "end": 13, "kind": "title"}, {"start": 15, "end": 25, "kind": "dateline"}, {"start": 27, "end": 102, "kind": "paragraph"}, {"start": 104, "end": 123, "kind": "chrome"}]', 'Fire in Ostra

3 May 2031

The fire killed 12 people, the fire brigade said. At least 40 were injured.

© 2031 Harbour Post
');
INSERT INTO figures VALUES ('ff8c53da562ab', 'mail.txt', 43, 45, '15', '[27, 87]', 15.0, 15.0, 15.0, '', 'killed', 'person', 'people', 'count', NULL, NULL, 'e7ea12029d377', 0, NULL, NULL, NULL, NULL, 'attributed', '["Ana Rell"]', 0, 0, 0, 'active', 0);
INSERT INTO figures VALUES ('f0c6553c975f4', 'post.txt', 43, 45, '12', '[27, 76]', 12.0, 12.0, 12.0, '', 'killed', 'person', 'people', 'count', NULL, NULL, 'e7ea12029d377', 0, NULL, NULL, NULL, NULL, 'attributed', '["fire brigade"]', 0, 0, 0, 'active', 0);
INSERT INTO figures VALUES ('f485e900e8dc4', 'post.txt', 86, 88, '40', '[77, 102]', 40.0, 40.0, NULL, 'at_least', 'injured', 'person', NULL, 'count', NULL, NULL, 'e7ea12029d377', 0, NULL, NULL, NULL, NULL, 'narrated', '[]', 0, 0, 0, 'passive', 0);
INSERT INTO attributions VALUES ('mail.txt', '{"start": 59, "end": 86, "quote": "Ana Rell of the port office"}', '{"start": 54, "end": 58, "quote": "said"}', '{"start": 27, "end": 52, "quote": "The fire killed 15 people"}', '["Ana Rell"]');
INSERT INTO attributions VALUES ('post.txt', '{"start": 54, "end": 70, "quote": "the fire brigade"}', '{"start": 71, "end": 75, "quote": "said"}', '{"start": 27, "end": 52, "quote": "The fire killed 12 people"}', '["fire brigade"]');
INSERT INTO datings VALUES ('df80f161b163a', 'mail.txt', 15, 25, '4 May 2031', '2031-05-04', 'calendar', NULL, NULL);
INSERT INTO datings VALUES ('d450933ff1b24', 'post.txt', 15, 25, '3 May 2031', '2031-05-03', 'calendar', NULL, NULL);
INSERT INTO events VALUES ('e7ea12029d377', 'no place or day told', '["fire"]', NULL, '["mail.txt", "post.txt"]');
INSERT INTO collation VALUES ('m33ccd70c1fbb', 'e7ea12029d377', 'killed', 'person', NULL, NULL, 'count', '[{"best": 15, "low": 15, "high": 15, "as_of": null, "figures": ["ff8c53da562ab"], "documents": ["mail.txt"], "speakers": ["Ana Rell"], "origins": {"textual": {"min": 1, "median": 1, "max": 1, "expected": 1.0, "determined": true, "roots": [{"label": "Evening Mail", "documents": ["mail.txt"], "why": "shares no text beside this figure with another report of this set, and names none"}]}, "attributed": {"min": 1, "median": 1, "max": 1, "expected": 1.0, "determined": true, "roots": [{"label": "Ana Rell", "documents": ["mail.txt"], "why": "named as having said it"}]}}}, {"best": 12, "low": 12, "high": 12, "as_of": null, "figures": ["f0c6553c975f4"], "documents": ["post.txt"], "speakers": ["fire brigade"], "origins": {"textual": {"min": 1, "median": 1, "max": 1, "expected": 1.0, "determined": true, "roots": [{"label": "Harbour Post", "documents": ["post.txt"], "why": "shares no text beside this figure with another report of this set, and names none"}]}, "attributed": {"min": 1, "median": 1, "max": 1, "expected": 1.0, "determined": true, "roots": [{"label": "fire brigade", "documents": ["post.txt"], "why": "said to have said it, without a name: may be one of the others"}]}}}]');
INSERT INTO collation VALUES ('me9c7b0da8cee', 'e7ea12029d377', 'injured', 'person', NULL, NULL, 'count', '[{"best": 40, "low": 40, "high": null, "as_of": null, "figures": ["f485e900e8dc4"], "documents": ["post.txt"], "speakers": [], "origins": {"textual": {"min": 1, "median": 1, "max": 1, "expected": 1.0, "determined": true, "roots": [{"label": "Harbour Post", "documents": ["post.txt"], "why": "shares no text beside this figure with another report of this set, and names none"}]}, "attributed": {"min": 0, "median": 0, "max": 1, "expected": 0.5, "determined": false, "roots": [{"label": "nobody named", "documents": ["post.txt"], "why": "give the figure in their own voice: no report says who counted"}]}}}]');
INSERT INTO parents VALUES ('mail.txt', '[]', '[]', 0.0, 1.0);
INSERT INTO parents VALUES ('post.txt', '[]', '[]', 0.0, 1.0);
INSERT INTO words (document, text) SELECT document, text FROM reports;
PRAGMA user_version = 2;

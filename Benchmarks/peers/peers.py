"""Trains UDPipe 1 and spaCy on UD English EWT and measures them beside Dateline; see `run`."""
import pathlib, re, subprocess, sys, time

data, cache, tool, models = map(pathlib.Path, sys.argv[1:5])
cache.mkdir(exist_ok=True)
TRAIN, DEV, TEST = (data / "treebank" / f"ewt-{part}.conllu" for part in ("train", "dev", "test"))
texts = [p.read_text(encoding="utf-8") for p in sorted((data / "wikipedia").glob("*.md"))]


def sentences(path):
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif not line and rows:
            yield rows
            rows = []
    if rows:
        yield rows


def las(predicted):
    """Labelled attachment on gold tokens, universal relations without subtype, in percent."""
    right = count = 0
    for gold, found in zip(sentences(TEST), predicted):
        for g, (head, relation) in zip(gold, found):
            count += 1
            right += g[6] == str(head) and g[7].split(":")[0] == relation.split(":")[0]
    return 100 * right / count


def trained_udpipe():
    """The path of the model, trained on the first call."""
    from ufal.udpipe import InputFormat, ProcessingError, Sentence, Trainer

    path = cache / "udpipe.model"
    if not path.exists():
        def read(file):
            reader, found = InputFormat.newConlluInputFormat(), []
            reader.setText(file.read_text(encoding="utf-8"))
            sentence = Sentence()
            while reader.nextSentence(sentence, ProcessingError()):
                found.append(sentence)
                sentence = Sentence()
            return found
        model = Trainer.train(
            "morphodita_parsito", read(TRAIN), read(DEV), "epochs=10",
            "models=1;iterations=10", "iterations=8;hidden_layer=100;transition_system=swap", ProcessingError())
        path.write_bytes(model if isinstance(model, bytes) else model.encode("latin-1"))
    return path


def udpipe():
    from ufal.udpipe import Model, Pipeline

    model = Model.load(str(trained_udpipe()))
    parse = Pipeline(model, "horizontal", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu")
    found = []
    for gold in sentences(TEST):
        out = parse.process(" ".join(cells[1].replace(" ", "") for cells in gold) + "\n")
        rows = [line.split("\t") for line in out.splitlines() if line and line[0].isdigit()]
        found.append([(int(r[6]), r[7]) for r in rows])
    raw = Pipeline(model, "tokenize", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu")
    start, words = time.process_time(), 0
    for text in texts[:12]:
        words += sum(1 for line in raw.process(text).splitlines() if line[:1].isdigit())
    return words / (time.process_time() - start), las(found)


def trained_spacy():
    """The folder of the model, trained on the first call."""
    folder = cache / "spacy"
    if not (folder / "model-best").exists():
        run = lambda *args: subprocess.run([sys.executable, "-m", "spacy", *map(str, args)], check=True)
        for part in (TRAIN, DEV):
            run("convert", part, folder.parent, "-c", "conllu", "-n", 10)
        run("init", "config", folder.parent / "config.cfg", "--lang", "en", "--pipeline", "tagger,parser", "--optimize", "efficiency", "--force")
        run("train", folder.parent / "config.cfg", "--output", folder, "--paths.train", folder.parent / "ewt-train.spacy",
            "--paths.dev", folder.parent / "ewt-dev.spacy", "--training.max_steps", 6000)
    return folder / "model-best"


def spacy():
    import spacy as library
    from spacy.tokens import Doc

    nlp = library.load(trained_spacy())
    found = []
    for gold in sentences(TEST):
        doc = Doc(nlp.vocab, words=[cells[1] for cells in gold])
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        found.append([(0 if t.head.i == t.i else t.head.i + 1, t.dep_ if t.dep_ != "ROOT" else "root") for t in doc])
    start, words = time.process_time(), 0
    for text in texts[:12]:
        words += len(nlp(text))
    return words / (time.process_time() - start), las(found)


def dateline():
    speed = subprocess.run([tool, "speed", "--data", data, "--models", models], check=True, capture_output=True, text=True).stdout
    score = subprocess.run([tool, "trees", "--data", data, "--models", models], check=True, capture_output=True, text=True).stdout
    best = max(int(n) for n in re.findall(r"(\d+) words/s", speed))
    return best, float(re.search(r"ewt-test.*LAS ([\d.]+)", score).group(1))


# All training comes first, so that the three speeds are taken one after the other.
for train in (trained_udpipe, trained_spacy):
    try:
        print(f"{train.__name__}: {train()}", file=sys.stderr, flush=True)
    except Exception as error:
        print(f"{train.__name__}: {error}", file=sys.stderr, flush=True)
if sys.argv[5:] == ["train"]:
    sys.exit()
print(f"{'':12}{'words/s':>12}{'LAS':>8}   (EWT test, gold tokens; speed from raw text, one core)")
for name, measure in (("Dateline", dateline), ("UDPipe 1", udpipe), ("spaCy", spacy)):
    try:
        speed, score = measure()
        print(f"{name:12}{speed:12,.0f}{score:8.2f}", flush=True)
    except Exception as error:  # a peer that cannot be installed must not hide the others
        print(f"{name:12}  not measured: {error}", flush=True)

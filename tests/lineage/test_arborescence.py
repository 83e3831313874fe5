from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.lineage import arborescence
from headwater.lineage.arborescence import ROOT, log_total, marginals, origin_counts, sample


def forests(size):
    """Every choice of parents without a circle."""
    for choice in product([ROOT, *range(size)], repeat=size):
        if all(parent != node for node, parent in enumerate(choice)) and all(
            _reaches(choice, node) for node in range(size)
        ):
            yield choice


def _reaches(choice, node):
    for _ in range(len(choice) + 1):
        if node == ROOT:
            return True
        node = choice[node]
    return False


def weigh(choice, edges, roots):
    return float(
        np.prod([roots[node] if parent == ROOT else edges[parent, node] for node, parent in enumerate(choice)])
    )


weights = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        st.lists(st.floats(0.01, 20), min_size=size * size, max_size=size * size),
        st.lists(st.floats(0.01, 20), min_size=size, max_size=size),
    )
)


def graph(drawn):
    flat, roots = drawn
    size = len(roots)
    edges = np.array(flat).reshape(size, size)
    np.fill_diagonal(edges, 0.0)
    return edges, np.array(roots)


@given(weights)
@settings(max_examples=40)
def test_marginals_and_total_are_those_of_enumeration(drawn):
    edges, roots = graph(drawn)
    size = len(roots)
    each = {choice: weigh(choice, edges, roots) for choice in forests(size)}
    total = sum(each.values())
    on_edges, on_roots = marginals(edges, roots)
    assert log_total(edges, roots) == pytest.approx(np.log(total), abs=1e-6)
    for node in range(size):
        assert on_roots[node] == pytest.approx(sum(w for c, w in each.items() if c[node] == ROOT) / total, abs=1e-6)
        for parent in range(size):
            expected = sum(w for c, w in each.items() if c[node] == parent) / total
            assert on_edges[parent, node] == pytest.approx(expected, abs=1e-6)


@given(weights)
@settings(max_examples=40)
def test_numbers_of_origins_are_those_of_enumeration(drawn):
    """The last node is an unseen origin: it counts only where something hangs on it."""
    edges, roots = graph(drawn)
    size = len(roots)
    if size < 2:
        return
    edges[:, -1] = 0.0
    expected = np.zeros(size)
    for choice in forests(size):
        hang = sum(parent == ROOT for parent in choice)
        expected[hang - (size - 1 not in choice)] += weigh(choice, edges, roots)
    assert origin_counts(edges, roots, 1) == pytest.approx(expected / expected.sum(), abs=1e-6)


def test_samples_follow_the_same_distribution(monkeypatch):
    chance = np.random.default_rng(4)
    edges, roots = chance.uniform(0.1, 3, (5, 5)), chance.uniform(0.1, 1, 5)
    edges[:, -1] = 0.0
    _, on_roots = marginals(edges, roots)
    drawn = np.array(sample(edges, roots, 4000, seed=1))
    assert (drawn == ROOT).mean(axis=0) == pytest.approx(on_roots, abs=0.03)
    exact = origin_counts(edges, roots, 1)
    monkeypatch.setattr(arborescence, "EXACT", 1)
    assert origin_counts(edges, roots, 1) == pytest.approx(exact, abs=0.04)


def test_the_same_seed_draws_the_same_forests():
    edges, roots = np.ones((6, 6)), np.ones(6)
    assert sample(edges, roots, 20, 3) == sample(edges, roots, 20, 3) != sample(edges, roots, 20, 4)

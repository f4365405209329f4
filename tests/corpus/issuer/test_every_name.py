"""The issuer is right for every division and zone of the gazetteer, in every form in which pages
print its name: a sample always, all of them among the slow tests."""

import pytest

from benchmarks.names import FLOOR, cleaned, forms, sampled, wrong

SAMPLED = 97  # one place in so many; a prime, so that each province and kind of zone is among them


def share_right(every):
    judged = [(case.form, case.name, wrong(case, cleaned(case))) for case in sampled(every)]
    misses = [(form, name, fault) for form, name, fault in judged if fault]
    return 1 - len(misses) / len(judged), misses


def test_there_are_at_least_twelve_forms_of_each():
    assert len(forms()["division"]) >= 12
    assert len(forms()["zone"]) >= 12


def test_a_sample_is_right():
    share, misses = share_right(SAMPLED)
    assert share >= FLOOR, misses


@pytest.mark.slow
def test_all_are_right():
    share, misses = share_right(1)
    assert share >= FLOOR, misses[:50]

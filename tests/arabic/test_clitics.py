"""Particles join the word after them."""

from bookanalysis.arabic.clitics import forms_with_particle


def test_the_bare_form_comes_first():
    assert next(forms_with_particle("سعد")) == (0, "سعد")


def test_a_particle_counts_its_letters():
    assert (1, "وسعد") in forms_with_particle("سعد")
    assert (2, "ولسعد") in forms_with_particle("سعد")


def test_the_article_melts_into_lam():
    assert (2, "للامير") in forms_with_particle("الامير")
    assert all(form != "للسعد" for _, form in forms_with_particle("سعد"))

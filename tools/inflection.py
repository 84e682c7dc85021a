"""Make the forms of a demonym from its masculine singular, by the endings of a table.

A lemma stands for its forms by the longest ending that fits it; where none does, the
table writes the forms out with slashes: `grec/grecque/grecs/grecques`.
"""

from collections.abc import Mapping, Sequence

Endings = Mapping[str, Sequence[str]]


def forms(lemma: str, endings: Endings) -> list[str]:
    """Return all forms of a lemma, itself first.

    >>> forms("iranien", {"": ["", "s"], "ien": ["ien", "ienne"]})
    ['iranien', 'iranienne']
    >>> forms("turc/turque", {})
    ['turc', 'turque']
    >>> forms("Lao/", {"": ["", "s"]})
    ['Lao']

    Raises:
        ValueError: no ending fits, and the forms aren't written out.
    """
    if "/" in lemma:
        return [form for form in lemma.split("/") if form]
    fitting = [ending for ending in endings if lemma.endswith(ending)]
    if not fitting:
        message = f"no ending of the table fits {lemma!r}"
        raise ValueError(message)
    ending = max(fitting, key=len)
    stem = lemma.removesuffix(ending)
    return [stem + other for other in endings[ending]]


def words(listed: str) -> list[str]:
    """Return the lemmas of one entry: `émirien, émirati`."""
    return listed.split(", ")


def capitalised(form: str) -> list[str]:
    """Return a French noun as it is written: with one capital, or one in each part.

    >>> capitalised("sud-africain")
    ['Sud-Africain', 'Sud-africain']
    """
    first = form[0].upper() + form[1:]
    every = "-".join(part[0].upper() + part[1:] for part in form.split("-"))
    return list(dict.fromkeys((every, first)))

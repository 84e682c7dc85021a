"""What a story has told so far, for the sentences that build on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from ..codes import CountryCode
    from ..values import Period


@attrs.frozen
class Memory:
    """What a story has told so far; a new story begins with an empty one.

    Attributes:
        country: the state that was spoken of last.
        country_is_subject: whether it was the subject of the last sentence.
        main_country: the state that most of the story is about.
        asset: the asset that was spoken of last.
        zones: zones that the text has introduced, with the state they belong to.
        subsidy_asked: whether the last sentence told of cheap power for mining.
        exchange: the exchange that was spoken of last.
        organisation: the organisation that was introduced last.
        year: the year that was spoken of last.
        published: the date of the document, against which dates are resolved.
        short_forms: long forms of the short ones that the text has introduced.
    """

    country: CountryCode | None = None
    country_is_subject: bool = False
    main_country: CountryCode | None = None
    asset: str | None = None
    zones: dict[str, CountryCode] = attrs.field(factory=dict[str, "CountryCode"])
    subsidy_asked: bool = False
    exchange: str | None = None
    organisation: str | None = None
    year: Period | None = None
    published: Period | None = None
    short_forms: dict[str, str] = attrs.field(factory=dict[str, str])

"""Reference rates between currencies, from the history of the European Central Bank that CurrencyConverter carries."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache

from currency_converter import CurrencyConverter, RateNotFoundError

WINDOW = timedelta(days=30)  # desks convert at the rate of the deal's day, of their own, or of a table weeks old
CARE = Decimal("0.02")  # tables of one day differ by about one per cent, and desks round the rate itself
STALE = timedelta(days=120)  # so long the last known rate stands in; later the package wants an update


class ReferenceRates:
    """Dated rates, each with the range it moved in over the days before; what is not known is None, never guessed."""

    def rate(self, currency_from: str, currency_to: str, on: date) -> tuple[Decimal, Decimal] | None:
        """Units of the second currency for one of the first, and its relative spread over the 30 days up to `on`."""
        last = last_day()
        end = min(on, last)
        if on - last > STALE:
            return None
        known = [_cross(currency_from, currency_to, end - timedelta(days=back)) for back in range(WINDOW.days + 1)]
        seen = [rate for rate in known if rate is not None]
        if not seen:
            return None
        low, high = min(seen), max(seen)
        middle = (low + high) / 2
        return middle, (high - low) / 2 / middle + CARE


def last_day() -> date:
    """Return the last day for which the installed package knows rates."""
    last: date = _history().bounds["EUR"].last_date
    return last


@cache  # a fifth of a second, and only where two currencies meet
def _history() -> CurrencyConverter:
    return CurrencyConverter()


@lru_cache(maxsize=1 << 13)
def _cross(currency_from: str, currency_to: str, on: date) -> Decimal | None:
    try:
        return Decimal(repr(_history().convert(1, currency_from, currency_to, on)))
    except (ValueError, RateNotFoundError):  # a currency or a day without a rate, such as a Sunday
        return None

from . import currency
from .prices import price

print(f"{__name__} in {__package__}: {price('tea')} {currency}")

# /// script
# requires-python = ">=3.11"
# ///
from http import HTTPStatus

LATER = HTTPStatus.TOO_MANY_REQUESTS


def advise(status: int) -> str:
    match status:
        case 200 | 204:
            return "done"
        case LATER:
            return "try again later"
    return "give up"


for status in [204, 429, 404]:
    print(f"{status}: {advise(status)}")

# /// script
# requires-python = ">=3.11"
# ///
from http import HTTPStatus


def advise(status: int) -> str:
    match status:
        case 200 | 204:
            return "done"
        case HTTPStatus.TOO_MANY_REQUESTS:
            return "try again later"
    return "give up"


for status in [204, 429, 404]:
    print(f"{status}: {advise(status)}")

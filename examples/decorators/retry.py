# /// script
# requires-python = ">=3.11"
# ///
import functools
from collections.abc import Callable


def retry(times: int) -> Callable[..., Callable[..., str]]:
    print(f"retry({times})")

    def decorate(function: Callable[..., str]) -> Callable[..., str]:
        print(f"decorate({function.__name__})")

        @functools.wraps(function)
        def wrapper(*args: object, **kwargs: object) -> str:
            for attempt in range(1, times):
                try:
                    return function(*args, **kwargs)
                except ConnectionError as error:
                    print(f"  attempt {attempt}: {error}")
            return function(*args, **kwargs)

        return wrapper

    return decorate


answers = iter(["", "", "4 degrees"])


@retry(times=3)
def weather() -> str:
    answer = next(answers)
    if not answer:
        raise ConnectionError("no answer")
    return answer


print("now the call")
print(weather())

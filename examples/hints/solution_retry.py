# /// script
# requires-python = ">=3.12"
# ///
from collections.abc import Callable
from functools import wraps
from inspect import signature


def retry[**P, R](
    times: int,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, times):
                try:
                    return function(*args, **kwargs)
                except OSError as error:
                    print(f"attempt {attempt}: {error}")
            return function(*args, **kwargs)

        return call

    return decorate


answers = iter([OSError("no route"), OSError("busy"), "42 bytes"])


@retry(times=3)
def download(url: str, timeout: float = 10) -> str:
    answer = next(answers)
    if isinstance(answer, OSError):
        raise answer
    return answer


print(download("https://example.org"))
print(signature(download))

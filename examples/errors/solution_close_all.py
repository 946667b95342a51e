# /// script
# requires-python = ">=3.11"
# ///


class Device:
    def __init__(self, name: str, works: bool = True) -> None:
        self.name = name
        self.works = works

    def close(self) -> None:
        if not self.works:
            raise OSError("does not answer")
        print(f"{self.name} is off")


def close_all(devices: list[Device]) -> None:
    errors: list[Exception] = []
    for device in devices:
        try:
            device.close()
        except Exception as error:
            error.add_note(device.name)
            errors.append(error)
    if errors:
        raise ExceptionGroup("not closed", errors)


try:
    close_all([Device("fan", False), Device("lamp"), Device("pump")])
except* OSError as group:
    for error in group.exceptions:
        print(f"{error.__notes__[0]}: {error}")

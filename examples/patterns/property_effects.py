# /// script
# requires-python = ">=3.11"
# ///


class Sensor:
    def __init__(self, name: str, value: int) -> None:
        self.name = name
        self._value = value
        self.reads = 0

    @property
    def value(self) -> int:
        self.reads += 1
        return self._value


def judge(sensor: Sensor) -> str:
    match sensor:
        case Sensor(name="spare", value=0):
            return "unused"
        case Sensor(value=0):
            return "dead"
        case Sensor(value=value) if value > 90:
            return "hot"
        case Sensor(value=20 | 21 | 22):
            return "comfortable"
    return "normal"


for value in [0, 95, 21, 50]:
    sensor = Sensor("roof", value)
    print(f"{value}: {judge(sensor)}, reads: {sensor.reads}")

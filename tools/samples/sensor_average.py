# Smooths a noisy sensor with a moving average. The noise comes from a seed, so every run is the same.
import random

random.seed(7)


class MovingAverage:
    def __init__(self, size):
        self.size = size
        self.values = []

    def add(self, value):
        self.values.append(value)
        if len(self.values) > self.size:
            self.values.pop(0)
        return sum(self.values) / len(self.values)


def sensor(n):
    # A temperature that rises by half a degree each time, with an error of up to one degree.
    return 20 + n / 2 + random.randint(-100, 100) / 100


average = MovingAverage(4)
for n in range(10):
    raw = sensor(n)
    smooth = average.add(raw)
    bar = "#" * round(smooth)
    print(f"{raw:6.2f} {smooth:6.2f} {bar}")

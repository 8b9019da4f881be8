class Debounce:
    def __init__(self, n=3):
        self.n, self.count, self.stable = n, 0, 0
    def feed(self, level):
        if level == self.stable:
            self.count = 0
            return None
        self.count += 1
        if self.count < self.n:
            return None
        self.stable, self.count = level, 0
        return 'press' if level else 'release'
d = Debounce()
signal = [0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0]
for t, s in enumerate(signal):
    event = d.feed(s)
    if event:
        print(t, event)

# expect: 8 press
# expect: 14 release

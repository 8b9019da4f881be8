class Scheduler:
    def __init__(self):
        self.tasks, self.now = [], 0
    def add(self, name, gen):
        self.tasks.append((self.now, len(self.tasks), name, gen))
    def run(self):
        while self.tasks:
            self.tasks.sort(key=lambda t: (t[0], t[1]))
            when, order, name, gen = self.tasks.pop(0)
            self.now = when
            try:
                delay = next(gen)
            except StopIteration as stop:
                print(self.now, name, 'done', stop.value)
            else:
                self.tasks.append((when + delay, order, name, gen))
def blink(name, period, times):
    for i in range(times):
        print(s.now, name, 'on' if i % 2 == 0 else 'off')
        yield period
    return times
s = Scheduler()
s.add('led', blink('led', 3, 4))
s.add('buzz', blink('buzz', 5, 2))
s.run()

# expect: 0 led on
# expect: 0 buzz on
# expect: 3 led off
# expect: 5 buzz off
# expect: 6 led on
# expect: 9 led off
# expect: 10 buzz done 2
# expect: 12 led done 4

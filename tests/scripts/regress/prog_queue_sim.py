class Rng:
    def __init__(self, seed):
        self.x = seed
    def next(self, n):
        self.x = (self.x * 1103515245 + 12345) & 0x7fffffff
        return (self.x >> 16) % n
def simulate(minutes, seed=1):
    rng, queue, waits, busy = Rng(seed), [], [], 0
    served = longest = 0
    for t in range(minutes):
        if rng.next(3) == 0:
            queue.append(t)
            longest = max(longest, len(queue))
        if busy:
            busy -= 1
        if not busy and queue:
            waits.append(t - queue.pop(0))
            busy = 1 + rng.next(4)
            served += 1
    return served, longest, round(sum(waits) / len(waits), 2), len(queue)
print(simulate(100), simulate(100, seed=7), simulate(300, 99))

# expect: (36, 5, 3.42, 1) (25, 2, 1.72, 1) (100, 5, 3.25, 2)

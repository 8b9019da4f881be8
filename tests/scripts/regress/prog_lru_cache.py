class LRU:
    def __init__(self, size):
        self.size, self.d = size, {}
        self.hits = self.misses = 0
    def get(self, k, make):
        if k in self.d:
            self.hits += 1
            self.d[k] = self.d.pop(k)
        else:
            self.misses += 1
            if len(self.d) >= self.size:
                oldest = next(iter(self.d))
                del self.d[oldest]
            self.d[k] = make(k)
        return self.d[k]
c = LRU(3)
print([c.get(k, lambda x: x * x) for k in (1, 2, 3, 1, 4, 2, 1, 1, 5)], list(c.d), c.hits, c.misses)

# expect: [1, 4, 9, 1, 16, 4, 1, 1, 25] [2, 1, 5] 3 6

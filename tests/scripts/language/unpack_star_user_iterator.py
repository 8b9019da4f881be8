# differs: CPython calls iter() again for the rest behind a star, on the iterator; here it is asked once
class Count:
    def __init__(self, n):
        self.n = n
        self.asked = 0
    def __iter__(self):
        self.asked += 1
        self.i = 0
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
c = Count(4)
a, b, *r = c
print(a, b, r, c.asked)
# expect: 1 2 [3, 4] 1

import random
random.seed(42)
a = [random.random() for _ in range(20)]
random.seed(42)
b = [random.random() for _ in range(20)]
print(a == b, all(0.0 <= x < 1.0 for x in a), len(set(a)) > 15)
print(all(1 <= random.randint(1, 6) <= 6 for _ in range(100)), all(0 <= random.randrange(5) < 5 for _ in range(50)), all(random.randrange(10, 20, 3) in (10, 13, 16, 19) for _ in range(50)), random.randint(7, 7))
print(all(0 <= random.getrandbits(8) < 256 for _ in range(50)), random.choice('x'), random.choice([5]), all(2.0 <= random.uniform(2, 3) <= 3.0 for _ in range(20)), set(random.choice([1, 2]) for _ in range(100)) == {1, 2})
x = list(range(10))
random.shuffle(x)
print(sorted(x) == list(range(10)), sorted(random.sample(range(5), 5)), len(set(random.sample(list(range(100)), 10))))
for f in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(2, 1)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__)

# expect: True True True
# expect: True True True 7
# expect: True x 5 True True
# expect: True [0, 1, 2, 3, 4] 10
# expect: IndexError
# expect: ValueError
# expect: ValueError

# Plain Python: a generator, a cache in a dict, and an exception that is caught.


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


cache = {}


def fib(n):
    if n < 0:
        raise ValueError(f"fib({n}) does not exist")
    if n < 2:
        return n
    if n not in cache:
        cache[n] = fib(n - 1) + fib(n - 2)
    return cache[n]


for i, value in enumerate(fibonacci()):
    if i == 10:
        break
    print(value, end=" ")
print()

print("fib(50) =", fib(50))

try:
    fib(-1)
except ValueError as error:
    print("error:", error)

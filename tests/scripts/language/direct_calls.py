# A function whose name nothing else can be is called by its number. The name is looked up where it may be unbound or something else by then.
LIMIT = 3


def add(a, b):
    return a + b


def count(n, by=1):
    return 0 if n <= 0 else 1 + count(n - by, by)


def half(n):
    return 0 if n <= 1 else 1 + half(n // 2)


class Box:
    size = LIMIT

    def total(self, n):
        return add(self.size, count(n, 1))


def outer(n):
    def inner(k):
        return add(k, outer(k - 1)) if k else 0
    return inner(n)


def many():
    for i in range(3):
        yield add(i, i)


def swapped(x):
    return ("first", x)


def swap():
    global swapped
    swapped = half


def gone():
    return "here"


def fails(x):
    return add(x, [])


print(add(1, 2), add("a", "b"), add(1.5, 2), count(5), count(5, 2), half(100))
print(Box().total(4), outer(4), list(many()), [add(i, 1) for i in range(3)], (lambda q: add(q, q))(4))
print(swapped(9))
swap()
print(swapped(9))
print(gone())
del gone
try:
    gone()
except NameError as e:
    print("NameError")
try:
    late(1)
except NameError:
    print("NameError")


def early():
    return late(5)


try:
    early()
except NameError:
    print("NameError")


def late(x):
    return add(x, early.mark) if hasattr(early, "mark") else x


print(late(1), early())
early.mark = 10
print(late(1), early())
for i in range(2):
    def again():
        return i
    print(again())
try:
    add(1)
except TypeError as e:
    print(e)
try:
    half(1, 2)
except TypeError as e:
    print(e)


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(type(e).__name__)
if LIMIT > 2:
    def chosen(x):
        return x * 2
else:
    def chosen(x):
        return x * 3
print(chosen(4))
fails(2)

# expect: 3 ab 3.5 5 3 6
# expect: 7 10 [0, 2, 4] [1, 2, 3] 8
# expect: ('first', 9)
# expect: 3
# expect: here
# expect: NameError
# expect: NameError
# expect: NameError
# expect: 1 5
# expect: 11 15
# expect: 0
# expect: 1
# expect: add() missing 1 required positional argument: 'b'
# expect: half() takes 1 positional argument but 2 were given
# expect: RecursionError
# expect: 8
# expect fault: TypeError: unsupported operand type(s) for +: 'int' and 'list'
# expect trace: line 115 in <module>
# expect trace: line 49 in fails
# expect trace: line 6 in add

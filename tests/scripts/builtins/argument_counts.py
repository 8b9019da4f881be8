# How many arguments a builtin takes: only the type of the error is compared, since CPython words each builtin in its own way.
class A: pass
calls = [lambda: getattr(A()), lambda: next(), lambda: iter(), lambda: min(), lambda: range(), lambda: range(1, 2, 3, 4), lambda: sorted(), lambda: slice(), lambda: bool(1, 2), lambda: abs(),
         lambda: pow(2), lambda: {}.pop(), lambda: [1].append(), lambda: map(), lambda: map(str), lambda: filter(None), lambda: all(), lambda: any(1, 2), lambda: enumerate(), lambda: isinstance(1), lambda: len(),
         lambda: 'abc'.upper(1), lambda: object(1), lambda: 'a'.replace('a'), lambda: len([], 1), lambda: ord('a', 'b'), lambda: chr(), lambda: {}.get(), lambda: [].insert(1), lambda: 'a'.join(), lambda: set().add(), lambda: abs(x=1), lambda: len(obj=[])]
refused = 0
for call in calls:
    try:
        call()
    except TypeError:
        refused += 1
print(refused == len(calls), refused)

# expect: True 33

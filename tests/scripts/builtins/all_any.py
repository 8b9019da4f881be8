print(all([]), any([]), all([1, 'a', [0]]), all([1, 0]), any([0, '', None]), any([0, 3]), all(x > 0 for x in [1, 2]), any(c.isdigit() for c in 'ab1'), all({'': 1}), any({0, 1}), all(''), all('a'), any(range(1)))
seen = []
def t(x):
    seen.append(x)
    return x
print(any(t(x) for x in [0, 1, 2]), seen)
seen.clear()
print(all(t(x) for x in [1, 0, 2]), seen)
for f in (lambda: all(5), lambda: any(None)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: True False True False False True True True False True True True False
# expect: True [0, 1]
# expect: False [1, 0]
# expect: 'int' object is not iterable
# expect: 'NoneType' object is not iterable

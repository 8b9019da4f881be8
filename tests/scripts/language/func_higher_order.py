def apply(f, *a, **k):
    return f(*a, **k)
print(apply(max, 1, 5, 3), apply(sorted, [3, 1, 2], reverse=True), apply(lambda: 'none'))
ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b}
print([ops[o](6, 3) for o in '+-*'])
print(list(map(lambda p: p[0] * p[1], zip([1, 2], [3, 4]))), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda a, *, b: a - b)(5, b=2))
def f():
    return f
print(f()()() is f)
m = [1, 2].append
m(3)
print(m is not None, 'a-b'.split('-'), ' '.join(map(str, [1, 2])))
g = 'x'.join
print(g('abc'), list(map('{:>3}'.format, [1, 22])), list(map(str.upper, ['a', 'b'])), list(filter(str.isdigit, 'a1b2')))

# expect: 5 [3, 2, 1] none
# expect: [9, 3, 18]
# expect: [3, 8] (1, 2) {'a': 1} 3
# expect: True
# expect: True ['a', 'b'] 1 2
# expect: axbxc ['  1', ' 22'] ['A', 'B'] ['1', '2']

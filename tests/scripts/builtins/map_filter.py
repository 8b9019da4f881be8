print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(len, ['a', 'bb'])), list(map(int, '123')), list(map(pow, [2, 3], [3, 2])), sum(map(abs, [-1, 2])), list(map(None.__class__, [])))
print(list(filter(None, [0, 1, '', 'a', None, [], [0]])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isalpha, 'a1b2')), ''.join(filter(lambda c: c not in 'aeiou', 'hello world')))
m = map(lambda x: print('calc', x) or x * 2, [1, 2])
print('lazy')
print(next(m), next(m), next(m, 'end'))
def bad(x):
    if x == 2:
        raise ValueError('two')
    return x
m = map(bad, [1, 2, 3])
try:
    list(m)
except ValueError as e:
    print(e)
print(list(m))
for f in (lambda: map(str, 5), lambda: list(map(5, [1])), lambda: filter(None, 3)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: ['1', '2'] [4, 10] [1, 2] [1, 2, 3] [8, 9] 3 []
# expect: [1, 'a', [0]] [2, 3] ['a', 'b'] hll wrld
# expect: lazy
# expect: calc 1
# expect: calc 2
# expect: 2 4 end
# expect: two
# expect: [3]
# expect: 'int' object is not iterable
# expect: 'int' object is not callable
# expect: 'int' object is not iterable

s = 'añ😀'
for i, c in enumerate(s):
    print(i, c, ord(c), c == s[i])
print([a + b for a in 'ab' for b in 'xy'], dict(zip('abc', range(3))), ''.join(reversed('añ😀')), list(map(ord, 'AZ')), ''.join(sorted('hello', reverse=True)))
print('a' < 'aa', 'Z' < 'a', 'abc' <= 'abc', '' < ' ', 'añ' > 'az', '10' < '9', 'ab' != 'ab ', '\uffff' < '\U00010000')
it = iter('ab')
print(next(it), next(it), next(it, None))
a, b = 'ab', 'a' + 'b'
print(a == b, hash(a) == hash(b), {a: 1}[b], 'a' * 3 == 'aaa')

# expect: 0 a 97 True
# expect: 1 ñ 241 True
# expect: 2 😀 128512 True
# expect: ['ax', 'ay', 'bx', 'by'] {'a': 0, 'b': 1, 'c': 2} 😀ña [65, 90] ollhe
# expect: True True True True True True True True
# expect: a b None
# expect: True True 1 True

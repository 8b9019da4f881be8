out = []
for i in range(5):
    out.append('%d:%s' % (i, 'x' * i))
print('|'.join(out))
s = ''
for i in range(200):
    s += chr(97 + i % 26)
print(len(s), s[:5], s[-5:], s.count('abc'))
lines = ['%-6s|%6.2f|%4d' % (n, v, k) for n, v, k in [('a', 1.5, 1), ('bcd', 22.333, 22), ('e', -0.001, 333)]]
print('\n'.join(lines))
print(' '.join('{:02x}'.format(b) for b in b'\x00\x0f\xff'), ''.join('%c' % (65 + i) for i in range(5)), ''.join(map(chr, range(48, 58))))
words = 'the quick brown fox'.split()
print(' '.join(w[::-1] for w in words), ' '.join(w.capitalize() for w in words), ''.join(w[0] for w in words), max(words, key=len), '-'.join(sorted(words, key=lambda w: w[-1])))
t = 'a1b22c333'
print(''.join(c for c in t if c.isdigit()), [int(c) for c in t if c.isdigit()], t.translate({ord(c): None for c in 'abc'}), 'x'.join(t.split('2')), t.replace('3', '', 2))
print('%s' * 3 % ('a', 'b', 'c'), '{}{}'.format(*'xy'), '{a}{b}'.format(**{'a': 1, 'b': 2}), 'a\\b', 'tab\tx'.expandtabs(4), repr('a\tb'), 'end')

# expect: 0:|1:x|2:xx|3:xxx|4:xxxx
# expect: 200 abcde nopqr 8
# expect: a     |  1.50|   1
# expect: bcd   | 22.33|  22
# expect: e     | -0.00| 333
# expect: 00 0f ff ABCDE 0123456789
# expect: eht kciuq nworb xof The Quick Brown Fox tqbf quick the-quick-brown-fox
# expect: 122333 [1, 2, 2, 3, 3, 3] 122333 a1bxxc333 a1b22c3
# expect: abc xy 12 a\b tab x 'a\tb' end

s = 'a€b😀cñ' * 3
print(len(s), s[7], s[-6], s[4:9], s[::5], s[::-4], s.find('😀', 4), s.rfind('€'), s.index('c', 5, 11), s.count('ñ', 6), s.find('', 17), s.find('x'), s[3:4] * 2)
print(s.split('😀'), s.partition('b')[2][:3], s.replace('€', 'E')[:8], s.replace('a', '€€')[:4], s.strip('añ')[:3], s.rstrip('ñc')[-2:])
t = ''
for ch in s:
    t = ch + t
print(t == s[::-1], [i for i, ch in enumerate(s) if ch > '\x7f'], s.startswith('b', 2), s.endswith('c', 0, -1), s.startswith('😀', 9), max(s), sorted(set(s)))
print(s.center(22, 'é'), s.upper()[:6], 'é'.join('abc'), 'ab€'.ljust(5, '😀'), len('😀'.encode()), '€' * 3 + 'x', s[17], s[2:-13], 'x' + s[1] + 'y')
w = 'naïve café'
print(w.title(), w.split(), w.find('v'), w[w.index('ï'):], w.rjust(12), f'{w:.4}', f'{w:^14}|', w.encode()[2:4], '%.3s|' % w, w.partition('ï'))

# expect: 18 € a cña€b añc😀 ñ€😀ñ€ 9 13 10 2 17 -1 😀😀
# expect: ['a€b', 'cña€b', 'cña€b', 'cñ'] 😀cñ aEb😀cñaE €€€b €b😀 b😀
# expect: True [1, 3, 5, 7, 9, 11, 13, 15, 17] True True True 😀 ['a', 'b', 'c', 'ñ', '€', '😀']
# expect: ééa€b😀cña€b😀cña€b😀cñéé A€B😀CÑ aébéc ab€😀😀 4 €€€x ñ b😀c x€y
# expect: Naïve Café ['naïve', 'café'] 3 ïve café   naïve café naïv   naïve café  | b'\xc3\xaf' naï| ('na', 'ï', 've café')

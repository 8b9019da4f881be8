w, p, v = 10, 3, 2.718281828
print(f'[{v:{w}.{p}f}] [{v:{w}}] [{"x":{"*"}^{w}}] [{v:.{p}}] [{42:0{w}d}]')
fill = '-'
for align in '<^>':
    print(f'{"mid":{fill}{align}{w}}')
print(f'{v:{">"}{w}.{1 + 1}f}', f'{12345:{","}}', f'{5:{""}}')
class P:
    def __format__(self, spec):
        return 'P<' + spec + '>'
p = P()
print(f'{p}', f'{p:abc}', f'{p:{w}}', f'{p!r:>3}'[:0] + 'end', '{:xy}'.format(p), format(p, 'z'))

# expect: [     2.718] [2.718281828] [****x*****] [2.72] [0000000042]
# expect: mid-------
# expect: ---mid----
# expect: -------mid
# expect:       2.72 12,345 5
# expect: P<> P<abc> P<10> end P<xy> P<z>

name, n, f = 'Ana', 42, 3.14159
print(f'{name}', f'{n}', f'{f}', f'{name}{n}', f'', f'plain', f'{{}}', f'{{{n}}}', f"{'q'}", f'{name!r} {name!s} {"ñ"!a}')
print(f'{n + 1} {n * 2 if n else 0} {[1, 2][0]} {dict(a=1)["a"]} {name.upper()} {(lambda x: x + 1)(2)}')
print(f'{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{n:x}|{n:#b}|{f:.2f}|{f:8.3f}|{name:>6}|{name:*^9}|{name:.2}')
print(f'a' 'b' f'{n}' "c", f'''multi
{n}''', rf'\n{n}', f'{n!r:>5}', f'{True}', f'{None}', f'{[1, "a"]}')
print(f'{n=}', f'{n = }', f'{n + 1=}', f'{name=}', f'{name=!s}', f'{f=:.1f}')

# expect: Ana 42 3.14159 Ana42  plain {} {42} q 'Ana' Ana '\xf1'
# expect: 43 84 1 1 ANA 3
# expect:    42|42   | 42  |   42|00042|+42|2a|0b101010|3.14|   3.142|   Ana|***Ana***|An
# expect: ab42c multi
# expect: 42 \n42    42 True None [1, 'a']
# expect: n=42 n = 42 n + 1=43 name='Ana' name=Ana f=3.1

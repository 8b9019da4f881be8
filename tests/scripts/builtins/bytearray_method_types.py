# Methods of a bytearray give bytearrays; so do its pieces.
b = bytearray(b'Ab c')
print(b.center(8), b.ljust(6, b'.'), b.rjust(6), b.zfill(6), b.title(), b.capitalize(), b.swapcase(), b.upper(), b.expandtabs(), b.removeprefix(b'A'), b.removesuffix(b'c'))
print(b.partition(b' '), b.split(), b.replace(b'b', b'x'), b[1:3], b + b'z', b * 2, bytearray('x\xe9', 'utf-8', 'strict'), bytes('ab', 'utf-8', 'replace'))
for v in (b'a', bytearray(b'a'), 'a'):
    for sep in (1, 'x', b'x', None):
        try:
            print(v.partition(sep))
        except TypeError as e:
            print('TypeError')

# expect: bytearray(b'  Ab c  ') bytearray(b'Ab c..') bytearray(b'  Ab c') bytearray(b'00Ab c') bytearray(b'Ab C') bytearray(b'Ab c') bytearray(b'aB C') bytearray(b'AB C') bytearray(b'Ab c') bytearray(b'b c') bytearray(b'Ab ')
# expect: (bytearray(b'Ab'), bytearray(b' '), bytearray(b'c')) [bytearray(b'Ab'), bytearray(b'c')] bytearray(b'Ax c') bytearray(b'b ') bytearray(b'Ab cz') bytearray(b'Ab cAb c') bytearray(b'x\xc3\xa9') b'ab'
# expect: TypeError
# expect: TypeError
# expect: (b'a', b'', b'')
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: (bytearray(b'a'), bytearray(b''), bytearray(b''))
# expect: TypeError
# expect: TypeError
# expect: ('a', '', '')
# expect: TypeError
# expect: TypeError

# Streams in memory.
from io import StringIO, BytesIO

s = StringIO()
print(s.write('hello\n'), s.write('world'), s.getvalue(), s.tell())
s.seek(0)
print(repr(s.readline()), repr(s.read(2)), repr(s.read()), repr(s.read()))
s.seek(1)
s.write('EY')
print(s.getvalue())
with StringIO('a\nb\nc') as t:
    print(list(t))
print(t.closed)
try:
    t.read()
except ValueError as e:
    print(e)
b = BytesIO(b'0123456789')
print(b.read(3), b.seek(-2, 2), b.read(), b.seek(4), b.write(b'xx'), b.getvalue())
buffer = bytearray(4)
b.seek(0)
print(b.readinto(buffer), buffer, b.tell())
b.seek(12)
b.write(b'!')
print(b.getvalue(), BytesIO().read(), BytesIO(b'l1\nl2').readlines())
for f in (lambda: s.write(b'a'), lambda: b.write('a'), lambda: StringIO(1)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: 6 5 hello
# expect: world 11
# expect: 'hello\n' 'wo' 'rld' ''
# expect: hEYlo
# expect: world
# expect: ['a\n', 'b\n', 'c']
# expect: True
# expect: I/O operation on closed file
# expect: b'012' 8 b'89' 4 2 b'0123xx6789'
# expect: 4 bytearray(b'0123') 4
# expect: b'0123xx6789\x00\x00!' b'' [b'l1\n', b'l2']
# expect: string argument expected, got 'bytes'
# expect: a bytes-like object is required, not 'str'
# expect: initial_value must be str or None, not int

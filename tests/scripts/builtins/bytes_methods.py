b = b'Hello World'
print(b.upper(), b.lower(), b.find(b'o'), b.rfind(b'o'), b.find(111), b.index(b'W'), b.count(b'l'), b.split(), b.split(b'o'), b.rsplit(b'o', 1), b.replace(b'l', b'L'), b.replace(b'l', b'', 1))
print(b.startswith(b'He'), b.endswith((b'x', b'ld')), b.partition(b' '), b.rpartition(b'o'), b'  x '.strip(), b'xxaxx'.strip(b'x'), b'-'.join([b'a', b'b']), b'a\nb'.splitlines(), b.title(), b.swapcase(), b'ab'.capitalize())
print(b'5'.zfill(3), b'a'.center(3, b'*'), b'a'.ljust(3), b'a'.rjust(3, b'.'), b'abc'.isalpha(), b'12'.isdigit(), b'a1'.isalnum(), b' '.isspace(), b'AB'.isupper(), b'ab'.islower(), b'a\tb'.expandtabs(4), b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c'))
print(b'\x01\xab'.hex(), bytes.fromhex('01 ab'), bytes.fromhex(''), b'abc'.decode(), b'\x00' < b'\x01', max(b'az'), sum(b'\x01\x02'), sorted(b'cab'))
for f in (lambda: b.index(b'zz'), lambda: b.split(b''), lambda: b.find('a'), lambda: bytes.fromhex('0g'), lambda: b''.join(['a']), lambda: b.startswith('H')):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: b'HELLO WORLD' b'hello world' 4 7 4 6 3 [b'Hello', b'World'] [b'Hell', b' W', b'rld'] [b'Hello W', b'rld'] b'HeLLo WorLd' b'Helo World'
# expect: True True (b'Hello', b' ', b'World') (b'Hello W', b'o', b'rld') b'x' b'a' b'a-b' [b'a', b'b'] b'Hello World' b'hELLO wORLD' b'Ab'
# expect: b'005' b'*a*' b'a  ' b'..a' True True True True True True b'a   b' b'bc' b'ab'
# expect: 01ab b'\x01\xab' b'' abc True 122 3 [97, 98, 99]
# expect: ValueError subsection not found
# expect: ValueError empty separator
# expect: TypeError argument should be integer or bytes-like object, not 'str'
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 1
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError startswith first arg must be bytes or a tuple of bytes, not str

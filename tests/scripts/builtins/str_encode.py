print('abc'.encode(), 'é€'.encode('utf-8'), 'abc'.encode('ascii'), 'é€'.encode('utf8').decode('utf-8'), ''.encode(), '\U0001F600'.encode())
print(b'caf\xc3\xa9'.decode(), bytes('é', 'utf-8'), str(b'abc', 'utf-8'), str(b'abc'), bytearray('hi', 'ascii'), b'abc'.decode('ascii'))
try:
    'é'.encode('ascii')
except UnicodeEncodeError as e:
    print(type(e).__name__, isinstance(e, ValueError), isinstance(e, UnicodeError))
for raw in (b'\xff', b'\xc3', b'\xe2\x82', b'\xc0\x80', b'\xed\xa0\x80', b'\xf5\x80\x80\x80', b'a\x80'):
    try:
        raw.decode()
    except UnicodeDecodeError as e:
        print(type(e).__name__)
print(b'a\xffb'.decode('utf-8', 'replace'), b'a\xffb'.decode('utf-8', 'ignore'), 'aéb'.encode('ascii', 'ignore'), 'aéb'.encode('ascii', 'replace'))
try:
    'a'.encode('nope')
except LookupError as e:
    print(e)

# expect: b'abc' b'\xc3\xa9\xe2\x82\xac' b'abc' é€ b'' b'\xf0\x9f\x98\x80'
# expect: café b'\xc3\xa9' abc b'abc' bytearray(b'hi') abc
# expect: UnicodeEncodeError True True
# expect: UnicodeDecodeError
# expect: UnicodeDecodeError
# expect: UnicodeDecodeError
# expect: UnicodeDecodeError
# expect: UnicodeDecodeError
# expect: UnicodeDecodeError
# expect: UnicodeDecodeError
# expect: a�b ab b'ab' b'a?b'
# expect: unknown encoding: nope

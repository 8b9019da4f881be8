# What the differential fuzzer found.
class L(list):
    pass


for f in (lambda: L(1), lambda: 'Hello'.expandtabs('a'), lambda: b'a\tb'.expandtabs(None)):
    try:
        print(f())
    except TypeError as e:
        print(e)

# expect: 'int' object is not iterable
# expect: 'str' object cannot be interpreted as an integer
# expect: 'NoneType' object cannot be interpreted as an integer

def luhn(s):
    total = 0
    for i, c in enumerate(reversed(s.replace(' ', ''))):
        d = int(c)
        if i % 2:
            d = d * 2 - 9 if d > 4 else d * 2
        total += d
    return total % 10 == 0
def isbn13(s):
    ds = [int(c) for c in s if c.isdigit()]
    return len(ds) == 13 and sum(d * (3 if i % 2 else 1) for i, d in enumerate(ds)) % 10 == 0
print(luhn('4539 1488 0343 6467'), luhn('8273 1232 7352 0569'), isbn13('978-0-306-40615-7'), isbn13('978-0-306-40615-8'), isbn13('12'))
try:
    luhn('12x4')
except ValueError as e:
    print(e)

# expect: True False True False False
# expect: invalid literal for int() with base 10: 'x'

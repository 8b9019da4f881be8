CODE = dict(zip('ABCDEFGHIJKLMNOPQRSTUVWXYZ', '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..'.split()))
BACK = {v: k for k, v in CODE.items()}
def encode(text):
    return ' / '.join(' '.join(CODE[c] for c in w if c in CODE) for w in text.upper().split())
def decode(code):
    return ' '.join(''.join(BACK[c] for c in w.split()) for w in code.split(' / '))
m = encode('SOS we are here!')
print(m)
print(decode(m))
def timing(code):
    for s in code:
        yield {'.': 1, '-': 3, ' ': 2, '/': 3}[s]
print(sum(timing(m)), list(timing(encode('sos'))))

# expect: ... --- ... / .-- . / .- .-. . / .... . .-. .
# expect: SOS WE ARE HERE
# expect: 81 [1, 1, 1, 2, 3, 3, 3, 2, 1, 1, 1]

def collatz(n):
    k = 0
    while n != 1:
        n = 3 * n + 1 if n & 1 else n >> 1
        k += 1
    return k
print(max(range(1, 300), key=collatz), collatz(97), [collatz(i) for i in range(1, 11)])
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(1071, 462), gcd(0, 5), [gcd(12, i) for i in range(1, 13)])
def digits(n, base=10):
    out = []
    while True:
        n, d = divmod(n, base)
        out.append(d)
        if not n:
            return out[::-1]
print(digits(90210), digits(255, 2), digits(0), sum(digits(2 ** 62)), [n for n in range(100, 1000) if sum(d ** 3 for d in digits(n)) == n])
pi, k = 0.0, 0
while k < 1000:
    pi += (4 if k % 2 == 0 else -4) / (2 * k + 1)
    k += 1
print(pi)

# expect: 231 118 [0, 1, 7, 2, 5, 8, 16, 3, 19, 6]
# expect: 21 5 [1, 2, 3, 4, 1, 6, 1, 4, 3, 2, 1, 12]
# expect: [9, 0, 2, 1, 0] [1, 1, 1, 1, 1, 1, 1, 1] [0] 85 [153, 370, 371, 407]
# expect: 3.140592653839794

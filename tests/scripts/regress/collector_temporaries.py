def churn(n):
    for i in range(n):
        x = [i, str(i), {i: (i, i)}]
    return x
for x in [str(i) * 3 for i in range(50)]:
    churn(5)
print(x)
print([churn(3)[0] + len(a) for a in map(str, range(30))][-1])
m = ''.join
parts = [chr(65 + i % 26) + str(churn(2)[0]) for i in range(26)]
print(m(parts))
for k, v in {('k%d' % i): [churn(3), i] for i in range(20)}.items():
    churn(3)
print(k, v)
bound = [list(str(i)).append for i in range(50)]
churn(50)
bound[7]('x')
print(len(bound))
it = zip(map(str, range(100)), (churn(2) for _ in range(100)))
for a, b in it:
    pass
print(a, b)
print(next(iter([churn(100), 1])), {churn(5)[1]: churn(6)[1]}, (churn(3), churn(4))[1])

# expect: 494949
# expect: 4
# expect: A1B1C1D1E1F1G1H1I1J1K1L1M1N1O1P1Q1R1S1T1U1V1W1X1Y1Z1
# expect: k19 [[2, '2', {2: (2, 2)}], 19]
# expect: 50
# expect: 99 [1, '1', {1: (1, 1)}]
# expect: [99, '99', {99: (99, 99)}] {'4': '5'} [3, '3', {3: (3, 3)}]

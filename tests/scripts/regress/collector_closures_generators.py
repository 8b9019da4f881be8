def make(i):
    data = [i] * 5
    def f():
        return data[0] + len(data)
    return f
fs = [make(i) for i in range(100)]
gens = [(x * i for x in range(3)) for i in range(50)]
def run(i):
    held = ['held', str(i)]
    yield held[1]
    yield held
susp = [run(i) for i in range(40)]
first = [next(s) for s in susp]
for i in range(300):
    junk = [[j] for j in range(20)], str(i) + 'x', {i: i}
print(sum(f() for f in fs), first[-1], next(susp[39]), [sum(g) for g in gens][:4])
def exc(i):
    try:
        raise ValueError('e%d' % i, [i] * 3)
    except ValueError as e:
        return e
es = [exc(i) for i in range(50)]
for i in range(200):
    junk = (str(i), [i])
print(es[49].args, es[0])

# expect: 5450 39 ['held', '39'] [147, 147, 147, 147]
# expect: ('e49', [49, 49, 49]) ('e0', [0, 0, 0])

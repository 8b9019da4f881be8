def g():
    x = [(yield 1), (yield 2), 'end']
    print(x)
    y = {(yield 'k'): (yield 'v')}
    print(y)
    print('sum', (yield 'a') + (yield 'b'))
    while (yield 'more?'):
        print('loop')
    z = (yield) or 'default'
    return max((yield 'max'), 5), z
it = g()
sent = next(it)
answers = {1: 'one', 2: 'two', 'k': 'key', 'v': 'val', 'a': 3, 'b': 4, None: 0, 'max': 9}
asked = 0
try:
    while True:
        if sent == 'more?':
            asked += 1
            sent = it.send(asked < 3)
        else:
            sent = it.send(answers[sent])
except StopIteration as e:
    print(e.value)

# expect: ['one', 'two', 'end']
# expect: {'key': 'val'}
# expect: sum 7
# expect: loop
# expect: loop
# expect: (9, 'default')

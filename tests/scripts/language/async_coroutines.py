# Coroutines, driven by hand: there is no event loop here, and none is needed.
class Pause:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        got = yield self.n
        return got


class Counter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        self.i = 0
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        await Pause('tick')
        return self.i


class Manager:
    async def __aenter__(self):
        print('enter')
        return 'value'

    async def __aexit__(self, t, e, tb):
        print('exit', t and t.__name__, e)
        return t is KeyError


async def add(a, b):
    x = await Pause(a)
    print('got', x)
    return a + b


async def empty():
    return 'nothing awaited'


async def main():
    r = await add(1, 2)
    print('sum', r, await empty())
    async for i in Counter(3):
        if i == 2:
            continue
        print('item', i)
    else:
        print('else')
    async for i in Counter(5):
        if i == 2:
            break
    print('broken at', i)
    async with Manager() as m, Manager():
        print(m)
    async with Manager():
        raise KeyError('hidden')
    try:
        async with Manager():
            raise ValueError('seen')
    except ValueError as e:
        print('out', e)
    for i in range(2):
        async with Manager():
            if i == 0:
                continue
            return 'returned'


def run(coroutine):
    sent = None
    while True:
        try:
            print('paused', coroutine.send(sent))
            sent = 'go'
        except StopIteration as e:
            return e.value


print(run(main()))
c = add(5, 6)
print(c.send(None))
try:
    c.throw(RuntimeError('stop it'))
except RuntimeError as e:
    print(e)
c = empty()
c.close()

# expect: paused 1
# expect: got go
# expect: sum 3 nothing awaited
# expect: paused tick
# expect: item 1
# expect: paused tick
# expect: paused tick
# expect: item 3
# expect: else
# expect: paused tick
# expect: paused tick
# expect: broken at 2
# expect: enter
# expect: enter
# expect: value
# expect: exit None None
# expect: exit None None
# expect: enter
# expect: exit KeyError 'hidden'
# expect: enter
# expect: exit ValueError seen
# expect: out seen
# expect: enter
# expect: exit None None
# expect: enter
# expect: exit None None
# expect: returned
# expect: 5
# expect: stop it

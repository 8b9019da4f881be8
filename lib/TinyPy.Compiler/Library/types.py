# What programs ask of types that TinyPy has.


def coroutine(f):
    # A generator function whose generators can be awaited, as all of them can here.
    return f

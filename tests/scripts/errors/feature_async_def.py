async def f():
    yield 1  # expect error: asynchronous generators are not supported by TinyPy

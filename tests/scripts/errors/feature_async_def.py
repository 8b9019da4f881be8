async def f():  # expect error: async and await are not supported by TinyPy
    pass

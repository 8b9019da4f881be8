async def f():  # expect error: async
    pass

async for x in y:  # expect error: async
    pass

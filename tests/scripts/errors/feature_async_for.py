async for x in y:  # expect error: async and await are not supported by TinyPy
    pass

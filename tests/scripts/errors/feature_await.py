def f():
    return await g()  # expect error: async and await are not supported by TinyPy

def f():
    return await g()  # expect error: 'await' outside async function

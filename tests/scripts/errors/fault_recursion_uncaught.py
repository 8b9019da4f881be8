# differs: CPython's traceback of a deep recursion is shortened and its text has variants
def down(n):
    return down(n + 1)
down(0)
# expect fault: RecursionError: maximum recursion depth exceeded

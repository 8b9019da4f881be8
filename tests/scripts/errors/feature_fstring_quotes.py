x = 1
print(f"a{f"b{x}"}")  # expect error: quotes of the f-string's own kind inside a field are not supported by TinyPy, as in Python 3.11: use the other kind

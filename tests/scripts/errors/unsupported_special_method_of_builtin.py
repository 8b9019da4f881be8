d = {}
d.__setitem__(1, 2)  # expect error: the attribute '__setitem__' is not supported by TinyPy: use the operator or the function that stands for it

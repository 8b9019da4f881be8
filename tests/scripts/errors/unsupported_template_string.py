name = 'a'
print(t"hello {name}")  # expect error: template strings (t"...") are not supported by TinyPy: use an f-string

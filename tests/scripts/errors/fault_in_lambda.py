f = lambda x: x['key']
print(f({'key': 1}))
f([1])

# expect: 1
# expect fault: TypeError: list indices must be integers or slices, not str
# expect trace: line 3 in <module>
# expect trace: line 1 in <lambda>

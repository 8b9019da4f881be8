words = ['b', 'a', 3]
print(sorted(words[:2], key=str.upper))
sorted(words, key=lambda w: w.upper())

# expect: ['a', 'b']
# expect fault: AttributeError: 'int' object has no attribute 'upper'
# expect trace: line 3 in <module>
# expect trace: line 3 in <lambda>

it = iter([1])
print(next(it))
next(it)

# expect: 1
# expect fault: StopIteration
# expect trace: line 3 in <module>

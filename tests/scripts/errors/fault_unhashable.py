seen = set()
seen.add([1, 2])

# expect fault: TypeError: unhashable type: 'list'
# expect trace: line 2 in <module>

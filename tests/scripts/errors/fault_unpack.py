pairs = [(1, 2), (3,)]
for a, b in pairs:
    print(a, b)

# expect: 1 2
# expect fault: ValueError: not enough values to unpack (expected 2, got 1)
# expect trace: line 2 in <module>

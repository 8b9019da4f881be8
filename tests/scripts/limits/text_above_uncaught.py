# limits: text=4k
parts = []
for i in range(10000):
    parts.append(str(i) + 'abcdefghijklmnop')
# expect fault: MemoryError
# expect trace: line 4 in <module>

# limits: heap=16k
a = []
for i in range(100000):
    a.append(i)
# expect fault: MemoryError
# expect trace: line 4 in <module>

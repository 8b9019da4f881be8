d = {1: 'a'}
d[2.5]

# expect fault: KeyError: 2.5
# expect trace: line 2 in <module>

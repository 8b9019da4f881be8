raise ValueError('first', 'second')

# expect fault: ValueError: ('first', 'second')
# expect trace: line 1 in <module>

# A builtin's work is charged: one call cannot run for ever.
# limits: steps=100000
x = sum(range(1000000000))
print('never')
# expect kill: steps

# limits: steps=1000
while True:
    pass
# expect kill: steps

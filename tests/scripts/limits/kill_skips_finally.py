# limits: burst=5000
try:
    while True:
        pass
finally:
    print('never')
# expect kill: burst

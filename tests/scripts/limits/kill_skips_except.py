# limits: burst=5000
try:
    while True:
        pass
except:
    print('never')
# expect kill: burst

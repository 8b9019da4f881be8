import sys
print('ok')
sys.exit()

# expect: ok
# expect exit: 0

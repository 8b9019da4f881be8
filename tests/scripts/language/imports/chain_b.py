print('chain_b')
base = 21

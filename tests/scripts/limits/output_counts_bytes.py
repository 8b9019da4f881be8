# limits: output=14
print('éé€', end='')
print('éé', end='\n\n')
print('x')
# expect: éé€éé
# expect:
# expect kill: output

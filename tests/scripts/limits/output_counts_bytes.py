# limits: output=13
print('éé€', end='')
print('éé', end='\n\n')
print('x')
# expect: éé€éé
# expect:
# expect kill: output

config = {'ssid': 'home'}
print(config['ssid'])
print(config['password'])

# expect: home
# expect fault: KeyError: 'password'
# expect trace: line 3 in <module>

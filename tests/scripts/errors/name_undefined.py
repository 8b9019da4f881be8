x = 5
print(y)  # expect error: name 'y' is not defined

squares = [sq for sq in range(3)]
print(sq)  # expect error: name 'sq' is not defined

squares = [sq for sq in range(3)]
print(sq)  # expect error: sq

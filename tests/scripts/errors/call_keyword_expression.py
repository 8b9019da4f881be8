print(1+1=2)  # expect error: expression cannot contain assignment, perhaps you meant "=="?

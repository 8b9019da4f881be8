print 'hello'  # expect error: Missing parentheses in call to 'print'

while True:
    def f():
        break  # expect error: 'break' outside loop

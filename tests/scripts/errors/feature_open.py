f = open('data.txt')  # expect error: open

def run(n):
    s = ""
    i = 0
    while i < n:
        s = s + "x"
        i += 1
    return len(s)

print(run(5000))

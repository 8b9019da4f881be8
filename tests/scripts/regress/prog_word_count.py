text = """It was the best of times, it was the worst of times,
it was the age of wisdom... it was the age of foolishness"""
counts = {}
for raw in text.lower().split():
    w = raw.strip('.,!?')
    counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:6]:
    print(f'{w:<8}{"#" * n} {n}')
print(len(counts), max(counts, key=lambda w: (len(w), w)), sum(counts.values()))
letters = {}
for c in text.lower():
    if c.isalpha():
        letters[c] = letters.get(c, 0) + 1
print(''.join(sorted(letters, key=lambda c: (-letters[c], c))))

# expect: it      #### 4
# expect: of      #### 4
# expect: the     #### 4
# expect: was     #### 4
# expect: age     ## 2
# expect: times   ## 2
# expect: 10 foolishness 24
# expect: steioawfhmgbdlnr

print('leaving')
raise SystemExit(12)

# expect: leaving
# expect exit: 12

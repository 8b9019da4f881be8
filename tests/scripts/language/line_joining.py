total = (1 +
         2 +   # comment inside
         3)
print(total)
x = [
    1,

    2,
    # only a comment
]
print(x)
y = 1 + \
    2
print(y)
s = 'a' \
    'b'
print(s)
def f(a,
      b=2,
      ):
    return a + b
print(f(
    1,
))
if True:
    # comment at odd indent
        # another
    print('ok')
    
print({'a': 1,
  'b': 2}['b'])
print("""multi
line \
joined""")
a = 1; b = 2; print(a, b);

# expect: 6
# expect: [1, 2]
# expect: 3
# expect: ab
# expect: 3
# expect: ok
# expect: 2
# expect: multi
# expect: line joined
# expect: 1 2

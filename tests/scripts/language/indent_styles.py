if True:
	print('tab')
if True:
 print('one space')
 if True:
      print('six')
 print('back')
def f():
        if 1:
            return 'deep'
print(f())
class A:
  def m(self):
      return 'two'
  def n(self): return 'oneline'
print(A().m(), A().n())

# expect: tab
# expect: one space
# expect: six
# expect: back
# expect: deep
# expect: two oneline

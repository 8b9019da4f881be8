print(7 / 2, -7 / 2, 1 / 3, 10 / 5, 0 / 5, 0 / -5, 9007199254740993 / 1, 9223372036854775807 / 9223372036854775807)
print(1 / 49 * 49, 2 / 3, 10 / 3)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    1 // 0
except ZeroDivisionError as e:
    print(e)
try:
    1 % 0
except ZeroDivisionError as e:
    print(e)
try:
    divmod(1, 0)
except ZeroDivisionError as e:
    print(e)

# expect: 3.5 -3.5 0.3333333333333333 2.0 0.0 -0.0 9007199254740992.0 1.0
# expect: 0.9999999999999999 0.6666666666666666 3.3333333333333335
# expect: division by zero
# expect: integer division or modulo by zero
# expect: integer modulo by zero
# expect: integer division or modulo by zero

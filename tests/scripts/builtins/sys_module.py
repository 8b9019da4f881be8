import sys
print(sys.maxsize == 9223372036854775807 or sys.maxsize == 2147483647, isinstance(sys.version, str), sys.version_info[0] == 3, isinstance(sys.platform, str), sys.byteorder)
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code, isinstance(e, Exception), e.args)
try:
    sys.exit()
except SystemExit as e:
    print(e.code)
try:
    sys.exit('message')
except SystemExit as e:
    print(e.code)
try:
    raise SystemExit
except BaseException as e:
    print(type(e).__name__, e.code)
finally:
    print('finally')

# expect: True True True True little
# expect: 3 False (3,)
# expect: None
# expect: message
# expect: SystemExit None
# expect: finally

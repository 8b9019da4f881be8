class AppError(Exception):
    pass
class CodeError(AppError):
    def __init__(self, code, msg='no message'):
        super().__init__(msg)
        self.code = code
    def __str__(self):
        return '[%d] %s' % (self.code, self.args[0])
try:
    raise CodeError(7, 'broken')
except AppError as e:
    print(type(e).__name__, e, e.code, e.args, repr(e))
try:
    raise CodeError(8)
except (ValueError, CodeError) as e:
    print(e)
try:
    raise AppError
except Exception as e:
    print(repr(e), str(e) == '', e.args)
try:
    raise AppError('a', 2)
except AppError as e:
    print(e, repr(e), e.args)
class Temp(ValueError, ):
    level = 3
try:
    raise Temp('hot')
except ValueError as e:
    print(e.level, isinstance(e, Exception), issubclass(Temp, LookupError))

# expect: CodeError [7] broken 7 ('broken',) CodeError('broken')
# expect: [8] no message
# expect: AppError() True ()
# expect: ('a', 2) AppError('a', 2) ('a', 2)
# expect: 3 True False

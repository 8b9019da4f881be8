import sys
def quit_now(code):
    try:
        sys.exit(code)
    except Exception:
        print('never')
    finally:
        print('finally runs')
quit_now(7)
print('never')

# expect: finally runs
# expect exit: 7

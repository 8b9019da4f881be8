# limits: steps=5000
def spin():
    while True:
        try:
            while True:
                pass
        except BaseException as e:
            print('never', e)
        finally:
            print('never')
spin()
# expect kill: steps

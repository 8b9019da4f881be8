class SensorError(Exception):
    pass
def read():
    raise SensorError('no answer from', 0x44)
read()

# expect fault: SensorError: ('no answer from', 68)
# expect trace: line 5 in <module>
# expect trace: line 4 in read

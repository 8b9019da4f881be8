class Stop(Exception):
    pass
raise Stop

# expect fault: Stop
# expect trace: line 3 in <module>

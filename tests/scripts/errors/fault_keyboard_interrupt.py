try:
    raise KeyboardInterrupt
except Exception:
    print('never')

# expect fault: KeyboardInterrupt
# expect trace: line 2 in <module>

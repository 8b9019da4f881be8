def load():
    try:
        return {}['cfg']
    except KeyError as e:
        raise RuntimeError('cannot start') from e
load()

# expect fault: RuntimeError: cannot start
# expect trace: line 6 in <module>
# expect trace: line 5 in load

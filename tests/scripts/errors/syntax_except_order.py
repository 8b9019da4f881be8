try:
    pass
except:  # expect error: default 'except:' must be last
    pass
except ValueError:
    pass

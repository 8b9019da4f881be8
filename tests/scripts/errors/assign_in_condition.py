x = 1
if x = 1:  # expect error: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    pass

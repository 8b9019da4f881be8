x = f'{1:{2:{3}}}'  # expect error: f-string: expressions nested too deeply

print(f'value: {valeu}')  # expect error: name 'valeu' is not defined

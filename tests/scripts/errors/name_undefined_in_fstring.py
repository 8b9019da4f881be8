print(f'value: {valeu}')  # expect error: valeu

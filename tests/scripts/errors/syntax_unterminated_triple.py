x = 1
y = '''abc  # expect error: unterminated triple-quoted string literal
def

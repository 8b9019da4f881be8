x = '\x4'  # expect error: truncated \xXX escape

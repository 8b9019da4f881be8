class Motor:
    def __init__(self):
        self.speed = 0
m = Motor()
m.sped += 1

# expect fault: AttributeError: 'Motor' object has no attribute 'sped'
# expect trace: line 5 in <module>

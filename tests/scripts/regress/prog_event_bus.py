class Bus:
    def __init__(self):
        self.handlers = {}
    def on(self, name):
        def register(f):
            self.handlers.setdefault(name, []).append(f)
            return f
        return register
    def emit(self, name, *args, **kw):
        return [h(*args, **kw) for h in self.handlers.get(name, ())]
bus = Bus()
@bus.on('temp')
def warn(v, limit=30):
    return 'warn' if v > limit else 'ok'
@bus.on('temp')
@bus.on('hum')
def log(v, **kw):
    return f'log {v} {kw}'
print(bus.emit('temp', 31), bus.emit('temp', 31, limit=40), bus.emit('hum', 5), bus.emit('none'))

# expect: ['warn', 'log 31 {}'] ['ok', "log 31 {'limit': 40}"] ['log 5 {}'] []

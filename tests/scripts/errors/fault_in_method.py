class Pump:
    def __init__(self, rate):
        self.rate = rate
    def run(self, minutes):
        return self.volume(minutes)
    def volume(self, minutes):
        return self.rate * minutes / self.tank
Pump(3).run(2)

# expect fault: AttributeError: 'Pump' object has no attribute 'tank'
# expect trace: line 8 in <module>
# expect trace: line 5 in run
# expect trace: line 7 in volume

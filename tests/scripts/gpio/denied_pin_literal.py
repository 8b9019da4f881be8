from machine import Pin
flash = Pin(6, Pin.OUT)  # expect error: pin 6 is reserved

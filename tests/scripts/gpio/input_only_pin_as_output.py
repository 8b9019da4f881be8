from machine import Pin
p = Pin(34, Pin.OUT)  # expect error: pin 34 is input only

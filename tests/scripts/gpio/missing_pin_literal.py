from machine import Pin
led = Pin(99, Pin.OUT)  # expect error: pin 99 does not exist

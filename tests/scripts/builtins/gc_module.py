# differs: mem_free and mem_alloc are MicroPython's
import gc
free = gc.mem_free()
used = gc.mem_alloc()
print(free > 0, used >= 0)
keep = [i * 1000000007 for i in range(100)]
print(gc.mem_alloc() > used)
keep = None
gc.collect()
print(gc.mem_free() > 0, gc.isenabled())
# expect: True True
# expect: True
# expect: True True

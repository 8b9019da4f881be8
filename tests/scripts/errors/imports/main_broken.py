# expect error: was never closed
import broken

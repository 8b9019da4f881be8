import socket  # expect error: No module named 'socket'

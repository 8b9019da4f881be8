import socket  # expect error: socket

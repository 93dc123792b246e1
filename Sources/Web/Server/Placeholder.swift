// placeholder Server

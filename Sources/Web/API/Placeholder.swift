// placeholder API

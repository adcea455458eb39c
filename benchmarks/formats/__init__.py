"""How completely and how quickly are formats read, beside other tools?"""

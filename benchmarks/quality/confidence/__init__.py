"""How are the weights of the confidence fitted, and how well do they do in folders that they were not fitted on?"""

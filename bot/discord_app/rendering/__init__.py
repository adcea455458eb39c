"""How does a reply become Discord's components, buttons and Markdown?"""

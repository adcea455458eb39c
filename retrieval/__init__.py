"""Search in a folder of documents, with verbatim excerpts as answers.

>>> from pathlib import Path
>>> from retrieval import Librarian, RetrievalSettings
>>> librarian = Librarian.open(Path("seeds"), RetrievalSettings())
>>> answer = librarian.ask("is BRICS going to launch its own currency?")
>>> answer.excerpts[0].document.id
'000_5e749aa2185ac1cd.txt'

Each name is loaded when it is first used, so that who needs one part does not wait for the others; `__init__.pyi` lists
them all.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

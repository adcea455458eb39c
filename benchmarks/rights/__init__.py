"""Does a reply tell anything of documents that somebody who sees it may not read?"""

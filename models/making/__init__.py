"""What the scripts of this folder share: archives of corpora, label maps, raw text, recipes and model cards."""

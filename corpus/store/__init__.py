"""The data folder: records, raw pages, corrections, and what is kept beside them."""

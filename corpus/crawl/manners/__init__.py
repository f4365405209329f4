"""How a crawl behaves on the network: which addresses may be connected to, what passes on its way out,
how long a site is left alone, and what a failure is called."""

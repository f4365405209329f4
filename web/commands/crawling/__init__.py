"""What `xunzhang crawl` says: what came of a crawl, and how its sources stand."""

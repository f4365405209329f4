"""What records and crawls say, by code: each sentence once, its translations under it as a key."""
